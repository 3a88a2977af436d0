import pytest

from tests.documents import body, tasks

NOBODY = ([], [])


@pytest.mark.parametrize(("line", "lead", "coordinate"), [
    ("1. Giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với Công an xã và các đơn vị liên quan tổ chức tuyên truyền.",
     ["Phòng Văn hóa - Xã hội"], ["Công an xã", "các đơn vị liên quan"]),
    ("1. Các trường học chịu trách nhiệm tổ chức các lớp học.", ["Các trường học"], []),
    ("1. Sở Văn hóa, Thể thao và Du lịch có trách nhiệm hướng dẫn các xã.", ["Sở Văn hóa, Thể thao và Du lịch"], []),
    ("1. Đề nghị Ủy ban MTTQ Việt Nam xã vận động Nhân dân tham gia.", ["Ủy ban MTTQ Việt Nam xã"], []),
    ("1. Yêu cầu các thôn, tổ dân phố tổng hợp danh sách.", ["các thôn, tổ dân phố"], []),
    ("1. Văn phòng HĐND và UBND xã theo dõi, đôn đốc việc thực hiện.", ["Văn phòng HĐND và UBND xã"], []),
    ("1. Thường xuyên kiểm tra các cơ sở kinh doanh (Công an xã chủ trì, phối hợp với Trạm Y tế).", ["Công an xã"], ["Trạm Y tế"]),
    ("1. Sở Nội vụ, Sở Tài chính, Sở Khoa học và Công nghệ rà soát quy định.", ["Sở Nội vụ", "Sở Tài chính", "Sở Khoa học và Công nghệ"], []),
    ("1. Tổ chức các lớp tập huấn cho cán bộ thôn.", [], []),
    ("1. Ban hành hướng dẫn thi đua, khen thưởng.", [], []),
    ("1. Mỗi hộ gia đình có ít nhất 01 thành viên tham gia học tập.", [], []),
    ("1. Hằng năm, Phòng Kinh tế xây dựng kế hoạch thu gom rác.", ["Phòng Kinh tế"], []),
    ("1. Đảng ủy Công an chỉ đạo Công an xã tổ chức tuần tra.", ["Công an xã"], []),
    ("1. Phòng Kinh tế, Hạ tầng và Đô thị: Lập danh mục các tuyến đường.", ["Phòng Kinh tế, Hạ tầng và Đô thị"], []),
    ("1. Phối hợp cơ quan liên quan kiểm tra vệ sinh.", [], ["cơ quan liên quan"]),
    ("1. Giao Sở Tài chính cân đối kinh phí, Sở Nội vụ thẩm định biên chế, Sở Tư pháp rà soát văn bản.",
     ["Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp"], []),
    ("1. Giao Sở Y tế hướng dẫn Trung tâm Y tế, Trạm Y tế xã tổ chức tiêm chủng.", ["Sở Y tế"], []),
    ("1. Lãnh đạo các phòng, đơn vị thuộc UBND xã chịu trách nhiệm về kết quả thực hiện.", ["Lãnh đạo các phòng, đơn vị thuộc UBND xã"], []),
    ("1. Lãnh đạo các chi bộ tổ chức học tập Nghị quyết.", [], []),
    ("1. Tuần tra, kiểm soát địa bàn giáp ranh (do Công an xã chủ trì).", ["Công an xã"], []),
    ("1. Hằng quý công khai kết quả phục vụ người dân, doanh nghiệp của từng sở trên Cổng thông tin điện tử.", [], []),
    ("1. Thống kê, lập danh sách hộ nuôi chó gửi Phòng Kinh tế.", [], []),
    ("1. Ban Quản lý dự án đầu tư xây dựng tỉnh giải phóng mặt bằng.", ["Ban Quản lý dự án đầu tư xây dựng tỉnh"], []),
    ("1. Các đơn vị được giao chủ trì, các thôn gửi kết quả về UBND xã.", ["Các đơn vị được giao chủ trì", "các thôn"], []),
    ("1. Giao UBND cấp xã lập tổ bảo vệ, mỗi xã ven biển có ít nhất một tổ.", ["UBND cấp xã"], []),
    ("1. Ủy ban Kiểm tra kiểm tra, giám sát việc sinh hoạt; riêng các chi bộ còn yếu thì kiểm tra trước.", ["Ủy ban Kiểm tra"], []),
    ("1. Đồng chí Lê Văn Tám, Phó Chủ tịch UBND xã trực tiếp chỉ đạo giải phóng mặt bằng.", ["Đồng chí Lê Văn Tám, Phó Chủ tịch UBND xã"], []),
    ("1. Chỉ đạo Phòng Kinh tế chủ trì, phối hợp với Công an phường thành lập tổ kiểm tra.", ["Phòng Kinh tế"], ["Công an phường"]),
    ("1. Ủy ban MTTQ Việt Nam phường chủ trì, các tổ chức chính trị - xã hội phối hợp vận động hộ gia đình.",
     ["Ủy ban MTTQ Việt Nam phường"], ["các tổ chức chính trị - xã hội"]),
    ("1. Các cấp ủy, tổ chức đảng, cán bộ, đảng viên nâng cao nhận thức.", ["Các cấp ủy, tổ chức đảng"], []),
    ("1. Ủy ban bầu cử xã thành lập các Tổ bầu cử.", ["Ủy ban bầu cử xã"], []),
    ("1. Viễn thông tỉnh, Bưu điện tỉnh chuẩn bị phương án thông tin liên lạc.", ["Viễn thông tỉnh", "Bưu điện tỉnh"], []),
    ("1. Hằng tháng, nếu có khó khăn, vướng mắc các cơ quan, đơn vị báo cáo UBND tỉnh.", ["các cơ quan, đơn vị"], []),
    ("1. Nếu phát sinh vướng mắc, đề nghị các sở, ngành phản ánh về Sở Tài chính để tổng hợp.", ["các sở, ngành"], []),
])
def test_the_words_of_a_task_name_who_does_it(line, lead, coordinate):
    assert list(tasks(line).values()) == [(lead, coordinate)]


def test_the_heading_of_a_body_leads_its_bullets():
    assert tasks("1. Phòng Văn hóa - Xã hội:", "- Chủ trì, phối hợp với Công an xã tham mưu kế hoạch.", "- Theo dõi việc thực hiện.") == {
        "Chủ trì, phối hợp với Công an xã tham mưu kế hoạch.": (["Phòng Văn hóa - Xã hội"], ["Công an xã"]),
        "Theo dõi việc thực hiện.": (["Phòng Văn hóa - Xã hội"], [])}


def test_a_body_in_the_task_outranks_its_heading():
    assert tasks("1. Các chi bộ trực thuộc", "- Đoàn Thanh niên tổ chức ra quân.") == {"Đoàn Thanh niên tổ chức ra quân.": (["Đoàn Thanh niên"], [])}


def test_the_subject_of_a_lead_in_sentence_leads_what_stands_under_it():
    assert tasks("2. Các cơ quan, đơn vị căn cứ chức năng, nhiệm vụ, tổ chức triển khai các nội dung sau:", "2.1. Tuyên truyền sâu rộng.") == {
        "Tuyên truyền sâu rộng.": (["Các cơ quan, đơn vị"], [])}


def test_labelled_lines_are_fields_of_their_item():
    directive = body("II. NỘI DUNG", "1. Tổ chức Lễ phát động", "- Nội dung: Trưng bày sản phẩm.", "- Đơn vị tham mưu thực hiện: Phòng Kinh tế.",
                     "- Cơ quan phối hợp: Công an xã; các thôn.", "- Thời gian thực hiện: Dự kiến ngày 29/9/2025.", "- Địa điểm: Nhà văn hóa xã.",
                     "- Sản phẩm: Báo cáo.", "- Kinh phí: 20 triệu đồng.")
    task, = directive.tasks
    assert (task.text, task.via) == ("Tổ chức Lễ phát động", "label")
    assert [owner.name for owner in task.lead] == ["Phòng Kinh tế"]
    assert [owner.name for owner in task.coordinate] == ["Công an xã", "các thôn"]
    assert [due.end.isoformat() for due in directive.deadlines_of(task)] == ["2025-09-29"]
    assert (task.location, task.output, task.budget) == ("Nhà văn hóa xã", "Báo cáo", "20 triệu đồng")


def test_who_a_heading_names_as_taking_part_takes_part_in_all_below_it():
    found = tasks("3. Công an xã chủ trì, Trạm Y tế phối hợp:", "a) Lập 02 chốt kiểm dịch.", "b) Phối hợp với các thôn xử lý vi phạm.")
    assert found == {"Lập 02 chốt kiểm dịch.": (["Công an xã"], ["Trạm Y tế"]),
                     "Phối hợp với các thôn xử lý vi phạm.": (["Công an xã"], ["các thôn", "Trạm Y tế"])}


def test_orders_below_a_heading_of_assignment_are_tasks_of_the_bodies_they_name():
    directive = body("A. TÌNH HÌNH", "B. NHIỆM VỤ", "II. NHIỆM VỤ", "1. Kinh tế", "- Gieo cấy lúa mùa đúng lịch.", "III. PHÂN CÔNG THỰC HIỆN",
                     "1. Phòng Kinh tế: Chủ trì thực hiện các nhiệm vụ tại mục 1 phần II.", "2. Giao Công an xã rà soát các hộ.")
    assert [([owner.name for owner in task.lead], task.via) for task in directive.tasks] == [
        (["Phòng Kinh tế"], "reference"), (["Phòng Kinh tế"], "inline"), (["Công an xã"], "inline")]


def test_labelled_lines_behind_several_paragraphs_hold_for_each_and_the_heading_is_no_task():
    found = tasks("2. Truyền thông sâu rộng trên các phương tiện", "Tổ chức tuyên truyền trên loa.", "Xây dựng tin, bài.", "- Đơn vị chủ trì: Trung tâm Văn hóa.")
    assert found == {"Tổ chức tuyên truyền trên loa.": (["Trung tâm Văn hóa"], []), "Xây dựng tin, bài.": (["Trung tâm Văn hóa"], [])}


def test_a_unit_with_labelled_lines_is_the_task_where_points_under_it_only_describe_it():
    found = tasks("1.1. Xây dựng và ban hành hướng dẫn giám sát bầu cử.", "- Bảo đảm thống nhất với hướng dẫn của cấp trên.",
                  "- Các văn bản hướng dẫn, kế hoạch phải thể hiện rõ trách nhiệm.", "- Đơn vị chủ trì: Đồng chí Phó chủ tịch, phụ trách lĩnh vực Giám sát và Phản biện.")
    assert found == {"Xây dựng và ban hành hướng dẫn giám sát bầu cử.": (["Đồng chí Phó chủ tịch, phụ trách lĩnh vực Giám sát và Phản biện"], [])}


def test_who_a_point_names_outranks_the_labelled_lines_of_the_unit_above():
    found = tasks("2.1. Tổ chức tiếp xúc cử tri.", "- Việc tổ chức hội nghị phải bảo đảm đúng thành phần.", "- Công an xã phối hợp với Dân quân xã bảo vệ hội nghị.",
                  "- Đơn vị chủ trì: Văn phòng HĐND xã.", "- Đơn vị phối hợp: các thôn.")
    assert found == {"Tổ chức tiếp xúc cử tri.": (["Văn phòng HĐND xã"], ["các thôn"]),
                     "Công an xã phối hợp với Dân quân xã bảo vệ hội nghị.": (["Công an xã"], ["Dân quân xã"])}


def test_labelled_lines_behind_the_last_point_of_a_list_hold_for_all_points():
    found = tasks("3. Đầu tư hạ tầng", "a) Rà soát danh mục.", "b) Nâng cấp đường ống.", "Cơ quan chủ trì: Sở Xây dựng.")
    assert found == {"Rà soát danh mục.": (["Sở Xây dựng"], []), "Nâng cấp đường ống.": (["Sở Xây dựng"], [])}


def test_a_task_assigned_by_reference_carries_that_owner():
    directive = body("IV. NHIỆM VỤ", "1. Truyền thông", "1.1. Thực hiện truyền thông.", "1.2. Huy động người có uy tín.", "5. Phổ cập", "5.1. Cho cán bộ",
                     "a) Tổ chức sinh hoạt chuyên đề.", "VI. TỔ CHỨC THỰC HIỆN", "1. Ban Xây dựng Đảng",
                     "- Chủ trì thực hiện nhiệm vụ trong phần IV: gồm mục 1.1 và nội dung a mục 5.1.")
    leads = {task.section: ([owner.name for owner in task.lead], task.via) for task in directive.tasks}
    assert leads == {"IV.1.1": (["Ban Xây dựng Đảng"], "reference"), "IV.1.2": ([], None), "IV.5.1.a": (["Ban Xây dựng Đảng"], "reference"),
                     "VI.1.-1": (["Ban Xây dựng Đảng"], "heading")}


def test_a_general_assignment_of_a_part_assigns_nobody():
    directive = body("IV. NHIỆM VỤ", "1. Thực hiện truyền thông.", "VI. TỔ CHỨC THỰC HIỆN", "1. Đảng ủy Ủy ban nhân dân tỉnh",
                     "- Chủ trì triển khai các nhiệm vụ, giải pháp có liên quan tại phần IV.")
    assert directive.tasks[0].lead == ()


@pytest.mark.parametrize("lines", [
    ("I. MỤC ĐÍCH, YÊU CẦU", "1. Nâng cao nhận thức của người dân."), ("II. CHỈ TIÊU", "1. Xây dựng 05 mô hình."),
    ("III. KINH PHÍ THỰC HIỆN", "1. Bố trí từ ngân sách nhà nước."),
    ("III. NHIỆM VỤ", "Các nhiệm vụ cụ thể được nêu tại Phụ lục kèm theo Kế hoạch này.")])
def test_purposes_targets_funding_and_pointers_are_no_tasks(lines):
    assert body(*lines).tasks == ()


@pytest.mark.parametrize(("line", "lead", "coordinate"), [
    ("1. Việc tổng hợp số liệu do Văn phòng HĐND và UBND xã chủ trì thực hiện.", ["Văn phòng HĐND và UBND xã"], []),
    ("1. Sử dụng nền tảng học trực tuyến do Bộ Công an chủ trì.", [], []),
    ("1. Tham gia lớp tập huấn do Sở Khoa học và Công nghệ tổ chức.", [], []),
    ("1. UBND xã giao Công an xã chủ trì, phối hợp Trạm Y tế kiểm tra an toàn thực phẩm.", ["Công an xã"], ["Trạm Y tế"]),
    ("1. Tổ chức hội nghị (Phòng Kinh tế chủ trì; Văn phòng phối hợp).", ["Phòng Kinh tế"], ["Văn phòng"]),
    ("1. Rà soát hộ nghèo (cơ quan chủ trì: Phòng Kinh tế; cơ quan phối hợp: các thôn).", ["Phòng Kinh tế"], ["các thôn"]),
    ("1. Kiểm tra hồ đập. Chủ trì: Phòng Kinh tế; phối hợp: Công an xã.", ["Phòng Kinh tế"], ["Công an xã"]),
    ("1. Căn cứ chức năng, nhiệm vụ, các phòng, ban, ngành cụ thể hóa bằng kế hoạch.", ["các phòng, ban, ngành"], []),
    ("1. Thủ trưởng các cơ quan, đơn vị và người đứng đầu cấp ủy rà soát.", ["Thủ trưởng các cơ quan, đơn vị", "người đứng đầu cấp ủy"], []),
    ("1. Phối hợp với Trạm Y tế khám sức khỏe cho người cao tuổi.", [], ["Trạm Y tế"]),
    ("1. Trưởng Công an xã chỉ đạo lực lượng tuần tra.", ["Trưởng Công an xã"], []),
    ("1. Các doanh nghiệp, hợp tác xã trên địa bàn đăng ký sản phẩm.", ["Các doanh nghiệp, hợp tác xã trên địa bàn"], []),
    ("1. Cấp ủy, chính quyền các cấp tăng cường lãnh đạo.", ["Cấp ủy, chính quyền các cấp"], []),
    ("1. Các thôn tổng hợp, báo cáo UBND xã (qua Phòng Kinh tế) trước ngày 20/10/2025.", ["Các thôn"], []),
])
def test_who_does_it_in_passive_bracketed_and_labelled_words(line, lead, coordinate):
    assert list(tasks(line).values()) == [(lead, coordinate)]


def test_a_heading_on_the_duty_of_a_body_names_that_body():
    assert tasks("1. Trách nhiệm của Công an xã", "a) Bảo đảm an ninh.", "b) Quản lý cư trú.") == {
        "Bảo đảm an ninh.": (["Công an xã"], []), "Quản lý cư trú.": (["Công an xã"], [])}


def test_the_words_below_a_label_that_stands_alone_fill_its_field():
    assert tasks("1. Hỗ trợ sinh kế", "Đơn vị chủ trì:", "Phòng Kinh tế.", "Đơn vị phối hợp:", "Hội Nông dân xã.") == {
        "Hỗ trợ sinh kế": (["Phòng Kinh tế"], ["Hội Nông dân xã"])}


@pytest.mark.parametrize("line", [
    "1. Công tác dân số đã đạt nhiều kết quả tích cực.", "1. Hồ sơ gồm: đơn đăng ký, bản sao căn cước.", "1. Đây là nhiệm vụ trọng tâm của cả hệ thống chính trị.",
    "1. Mức hỗ trợ thực hiện theo Nghị quyết số 05/2025/NQ-HĐND.", "1. Thể lệ cuộc thi được đăng trên Trang thông tin điện tử.",
    "1. Bảo đảm đúng nguyên tắc, khách quan.", "1. Nguyên tắc hiệp thương: Bảo đảm dân chủ, công khai.", "1. Thực hiện theo lộ trình tại phần II.",
    "1. Việc tổ chức hội nghị phải bảo đảm đúng thành phần.", "1. Thời gian qua, công tác quản lý trật tự xây dựng đã có chuyển biến.",
    "1. Nội dung tuyên truyền: mục đích, ý nghĩa của bảo hiểm y tế.", "1. Hiện nay, toàn xã có 12 thôn.",
    "1. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các thôn phản ánh về UBND xã."])
def test_units_that_only_tell_or_list_are_no_tasks(line):
    assert tasks(line) == {}


@pytest.mark.parametrize("line", ["1. Rà soát các hộ đã được hỗ trợ.", "1. Không để xảy ra cháy rừng.", "1. Nội dung tuyên truyền: Tập trung phổ biến quyền lợi."])
def test_units_that_order_though_they_tell_as_well_are_tasks(line):
    assert len(tasks(line)) == 1


@pytest.mark.parametrize(("line", "lead"), [
    ("1. Giao đồng chí Lê Văn Tám - Phó Chủ tịch UBND xã theo dõi tiến độ.", ["đồng chí Lê Văn Tám - Phó Chủ tịch UBND xã"]),
    ("1. Yêu cầu các đồng chí trong Ban Thường trực, các chuyên viên trong cơ quan triển khai nghiêm túc.",
     ["các đồng chí trong Ban Thường trực", "các chuyên viên trong cơ quan"]),
    ("1. Phân công đồng chí cấp ủy viên phụ trách thôn.", []),
    ("1. Kế toán lập dự toán kinh phí.", ["Kế toán"]),
    ("1. Bà Trần Thị Hoa - Chủ tịch Ủy ban MTTQ xã, Phó Chủ tịch Ủy ban bầu cử: chỉ đạo hội nghị hiệp thương.",
     ["Bà Trần Thị Hoa - Chủ tịch Ủy ban MTTQ xã, Phó Chủ tịch Ủy ban bầu cử"]),
    ("1. Nếu có khó khăn, vướng mắc các cơ quan, đơn vị báo cáo về UBND xã.", ["các cơ quan, đơn vị"]),
    ("1. Đối với việc ở khu dân cư thì Ủy ban bầu cử có trách nhiệm xác minh.", ["Ủy ban bầu cử"]),
    ("1. Đối với việc ở nơi làm việc thì cơ quan, đơn vị quản lý người lao động có trách nhiệm xác minh.",
     ["cơ quan, đơn vị quản lý người lao động"]),
    ("1. Kết thúc năm học, Phòng Văn hóa - Xã hội báo cáo kết quả.", ["Phòng Văn hóa - Xã hội"]),
    ("1. Ủy ban thường vụ Quốc hội, Đoàn đại biểu Quốc hội giám sát việc thực hiện.", ["Ủy ban thường vụ Quốc hội", "Đoàn đại biểu Quốc hội"]),
    ("1. Các chuyên viên được phân công tổng hợp số liệu.", ["Các chuyên viên"]),
])
def test_persons_with_a_post_and_bodies_behind_a_condition_do_the_work(line, lead):
    assert [found for found, _ in tasks(line).values()] == [lead]


@pytest.mark.parametrize(("heading", "lead"), [
    ("1. Đồng chí Trưởng Ban Xây dựng Đảng - Trưởng Tiểu ban", ["Đồng chí Trưởng Ban Xây dựng Đảng - Trưởng Tiểu ban"]),
    ("1. Lãnh đạo Ban Dân nguyện", ["Lãnh đạo Ban Dân nguyện"]),
    ("1. Ban Chỉ đạo cấp quân khu, Ban Chỉ đạo các tỉnh", ["Ban Chỉ đạo cấp quân khu", "Ban Chỉ đạo các tỉnh"]),
    ("1. Các tổ chức chính trị - xã hội; tổ chức, đoàn thể có liên quan", ["Các tổ chức chính trị - xã hội", "tổ chức, đoàn thể có liên quan"]),
])
def test_a_heading_of_persons_or_many_bodies_leads_as_it_is_printed(heading, lead):
    assert [found for found, _ in tasks(heading, "- Theo dõi việc thực hiện.").values()] == [lead]


def test_a_party_body_that_leads_another_is_still_the_one_to_do_it():
    assert tasks("1. Đảng ủy Ủy ban nhân dân xã", "- Lãnh đạo Ủy ban nhân dân xã ban hành kế hoạch.") == {
        "Lãnh đạo Ủy ban nhân dân xã ban hành kế hoạch.": (["Đảng ủy Ủy ban nhân dân xã"], [])}


def test_partners_in_the_words_stand_beside_those_of_the_labelled_line():
    found = tasks("1. Kiểm tra hồ đập, phối hợp với Công an xã.", "- Đơn vị chủ trì: Phòng Kinh tế.", "- Đơn vị phối hợp: các thôn.")
    assert list(found.values()) == [(["Phòng Kinh tế"], ["Công an xã", "các thôn"])]


def test_a_listed_line_with_a_label_of_its_own_gives_its_names_alone():
    found = tasks("1. Nội dung", "a) Tìm kiếm thông tin.", "b) Xây dựng dữ liệu.", "2. Cơ quan chủ trì, phối hợp", "a) Cơ quan chủ trì: Sở Nội vụ; Sở Tài chính.",
                  "b) Cơ quan phối hợp", "- Công an tỉnh (Phòng Hồ sơ, Phòng Tham mưu).", "(Văn phòng là cơ quan thường trực, tổng hợp chung)")
    assert list(found.values()) == [(["Sở Nội vụ", "Sở Tài chính"], ["Công an tỉnh (Phòng Hồ sơ, Phòng Tham mưu)"])] * 2


def test_labelled_lines_behind_the_last_of_numbered_units_hold_for_all():
    found = tasks("3. Kiểm tra, giám sát", "3.1. Tổng hợp khó khăn.", "3.2. Theo dõi tiến độ.", "- Đơn vị chủ trì: Văn phòng.")
    assert found == {"Tổng hợp khó khăn.": (["Văn phòng"], []), "Theo dõi tiến độ.": (["Văn phòng"], [])}


def test_a_unit_with_principles_alone_below_it_is_the_task():
    found = tasks("1. Tổ chức hội nghị", "- Nguyên tắc tổ chức: Bảo đảm dân chủ, công khai.", "- Đơn vị chủ trì: Văn phòng.")
    assert found == {"Tổ chức hội nghị": (["Văn phòng"], [])}


@pytest.mark.parametrize("line", [
    "1. Toàn dân tham gia bầu cử để xây dựng quê hương!", "1. Đại diện Ủy ban bầu cử xã.", "1. Hồ sơ, biên bản của các thôn gửi đến.",
    "1. Biên bản phải ghi rõ thành phần, diễn biến hội nghị.", "1. Trình tự tổ chức thực hiện theo Điều 4 Nghị quyết này."])
def test_slogans_attendance_papers_and_requirements_are_no_tasks(line):
    assert tasks(line) == {}


def test_an_article_that_does_what_it_says_orders_nobody():
    directive = body("Điều 1. Phê duyệt Đề án trồng rừng.", "Điều 2. Sở Nông nghiệp và Môi trường hướng dẫn các xã.")
    assert [task.section for task in directive.tasks] == ["Điều 2"]


def test_tasks_of_a_phase_carry_its_time_where_they_have_none():
    directive = body("II. NỘI DUNG", "2. Các đợt", "2.1. Đợt 1: Trong tháng 12/2025", "- Tuyên truyền trên loa.", "- Họp dân trước ngày 05/12/2025.")
    assert [[due.end.isoformat() for due in directive.deadlines_of(task)] for task in directive.tasks] == [["2025-12-31"], ["2025-12-05"]]


@pytest.mark.parametrize("line", ["- Việc niêm yết danh sách cử tri theo quy định.", "- Cơ cấu, thành phần, số lượng người ứng cử.", "- Cách bố trí địa điểm tổ chức hội nghị."])
def test_points_of_what_is_looked_into_are_no_tasks(line):
    assert tasks("1. Kiểm tra công tác chuẩn bị:", line) == {"Kiểm tra công tác chuẩn bị:": NOBODY}


def test_what_a_work_is_for_is_no_task_and_the_unit_above_it_is():
    assert tasks("1. Sửa đổi quy định về đấu thầu để:", "- Tháo gỡ khó khăn.", "- Đơn giản hóa thủ tục.") == {"Sửa đổi quy định về đấu thầu để:": NOBODY}


def test_blank_forms_behind_the_signature_are_left_out_with_a_note():
    directive = body("II. NỘI DUNG", "1. Lập biên bản.", "Nơi nhận:", "- Lưu: VT.", "TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", "Lê Văn Tám", "Mẫu số 01/HNCT", "BIÊN BẢN",
                     "1. Tổng số cử tri được mời: ……", "2. Tổ chức kiểm phiếu: ……", "Mẫu số 02/HNCT", "1. Báo cáo kết quả: ……")
    assert ([task.text for task in directive.tasks], [section.id for section in directive.sections]) == (["Lập biên bản."], ["II", "II.1"])
    assert [note.message for note in directive.notes if note.code == "form-left-out"] == [
        "2 biểu mẫu kèm theo không đọc như nội dung, từ “Mẫu số 01/HNCT”."]


def test_a_part_whose_lines_speak_of_all_below_is_no_task_itself():
    found = tasks("IV. THÀNH LẬP TỔ CÔNG TÁC", "1. Nội dung, biện pháp", "a) Thành lập Tổ công tác xã.", "b) Tổ chức ra quân.", "2. Cơ quan chủ trì: Công an xã.")
    assert found == {"Thành lập Tổ công tác xã.": (["Công an xã"], []), "Tổ chức ra quân.": (["Công an xã"], [])}


@pytest.mark.parametrize(("line", "lead"), [
    ("1. Thư ký hội nghị đọc tiểu sử của từng người.", ["Thư ký hội nghị"]),
    ("1. Định kỳ, Thường trực Ủy ban MTTQ xã tổ chức giám sát.", ["Thường trực Ủy ban MTTQ xã"]),
    ("1. Trước mắt, Phòng Kinh tế rà soát danh mục.", ["Phòng Kinh tế"]),
])
def test_a_name_that_holds_a_verb_and_one_behind_an_opening_word_are_whole(line, lead):
    assert [found for found, _ in tasks(line).values()] == [lead]


@pytest.mark.parametrize(("line", "lead", "coordinate"), [
    ("1. Công an xã chủ trì, Ban Chỉ huy Quân sự xã và các tổ bảo vệ an ninh, trật tự ở cơ sở phối hợp tuần tra.",
     ["Công an xã"], ["Ban Chỉ huy Quân sự xã", "các tổ bảo vệ an ninh, trật tự ở cơ sở"]),
    ("1. Đội Trật tự đô thị hằng ngày chốt trực tại cổng chợ.", ["Đội Trật tự đô thị"], []),
    ("1. Chi bộ 11 thôn mỗi quý sinh hoạt chuyên đề một lần.", ["Chi bộ 11 thôn"], []),
    ("1. Kiến nghị Công ty Điện lực Sơn Hà di dời trụ điện.", ["Công ty Điện lực Sơn Hà"], []),
])
def test_a_name_ends_before_how_often_and_before_who_joins(line, lead, coordinate):
    assert list(tasks(line).values()) == [(lead, coordinate)]


def test_a_body_that_agrees_to_what_follows_does_not_do_it():
    assert tasks("3. Hội đồng nhân dân xã cơ bản nhất trí các nhiệm vụ sau:", "a) Mở lớp xóa mù chữ.") == {"Mở lớp xóa mù chữ.": NOBODY}
