#include "core/snapshot/privacy_check.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace problemator {
namespace {

Snapshot snapshot_of(std::string_view department, std::string_view text, std::string_view input) {
    TableBuilder builder;
    Message m;
    m.id = "327441806";
    m.channel = "pos";
    m.received = 1000;
    m.department = department;
    m.text = text;
    builder.add(m);
    Snapshot snapshot;
    snapshot.info.as_of = 5000;
    snapshot.info.profile_json = R"({"departments": [{"name": "Управление Вымышленного И. О."}]})";
    snapshot.info.inputs = {{.name = std::string{input}, .channel = "pos", .sha256 = "89120000000"}};
    snapshot.table = std::move(builder).finish(5000, {});
    return snapshot;
}

PrivacyReport report_of(const Snapshot& snapshot, const AllowList& allowed = {}) {
    PrivacyScan scan{allowed};
    scan.read_snapshot_of(snapshot, "week.pmsnap");
    return scan.report;
}

std::vector<std::string> sections_of(const PrivacyReport& report) {
    std::vector<std::string> sections;
    for (const PrivacyFinding& f : report.findings) sections.push_back(f.section + " " + f.kind);
    return sections;
}

TEST(PrivacyCheck, APublishedSnapshotIsCleanWhateverWentIn) {
    Snapshot snapshot = snapshot_of("Вымышленный И. О.", "Позвоните 8-900-000-12-34", "Обращение Иванова.csv");
    snapshot.info.profile_json = "{}";
    drop_personal_data(snapshot);
    const PrivacyReport report = report_of(snapshot);
    EXPECT_TRUE(report.is_clean()) << sections_of(report).front();
    EXPECT_GT(report.strings, 3u);
    EXPECT_EQ(snapshot.info.inputs[0].name, "Обращение [имя].csv");
}

TEST(PrivacyCheck, MaskedTextsStayAndAreClean) {
    Snapshot snapshot = snapshot_of("Отдел", "Позвоните 8-900-000-12-34, во дворе темно", "pos.csv");
    snapshot.info.profile_json = "{}";
    drop_personal_data(snapshot, PublishedTexts::Masked);
    EXPECT_EQ(snapshot.table.text[0], "Позвоните [телефон], во дворе темно");
    EXPECT_TRUE(report_of(snapshot).is_clean());
}

TEST(PrivacyCheck, EverySectionIsRead) {
    Snapshot snapshot = snapshot_of("Вымышленный И. О.", "Позвоните 8-900-000-12-34", "Обращение Иванова.csv");
    snapshot.info.profile_json = R"({"contacts": {"head": "name@example.org"}})";
    const auto sections = sections_of(report_of(snapshot));
    for (const char* expected : {"info.profile_json email", "info.inputs name", "names.department name", "text phone", "lat point"})
        EXPECT_EQ(std::count(sections.begin(), sections.end(), expected), 1) << expected;
    snapshot.info.is_published = false;
    EXPECT_EQ(report_of(snapshot).findings.size(), sections.size() + 1) << "a snapshot that is not published is a find by itself";
}

TEST(PrivacyCheck, ANameOfTheProfileIsReadOnceInTheProfile) {
    Snapshot snapshot = snapshot_of("Управление Вымышленного И. О.", "", "pos.csv");
    drop_personal_data(snapshot);
    EXPECT_EQ(snapshot.table.dictionary(Dimension::Department).name(1), "Управление Вымышленного И. О.");
    EXPECT_EQ(sections_of(report_of(snapshot)), std::vector<std::string>{"info.profile_json name"});
}

TEST(PrivacyCheck, AFindIsToldByShapeAndDigestAndNeverByItself) {
    const PrivacyReport report = report_of(snapshot_of("Вымышленный И. О.", "", "pos.csv"));
    const auto find = std::find_if(report.findings.begin(), report.findings.end(), [](const PrivacyFinding& f) { return f.section == "names.department"; });
    ASSERT_NE(find, report.findings.end());
    EXPECT_EQ(find->shape, "Ххххххххххх Х. Х.");
    EXPECT_EQ(find->digest, digest_of_find("name", "вымышленный и. о.")) << "letter case does not count";
    EXPECT_EQ(find->place, "1");
}

TEST(PrivacyCheck, AReviewedDigestIsLetThroughButNotAnInternalFile) {
    Snapshot snapshot = snapshot_of("Вымышленный И. О.", "", "pos.csv");
    snapshot.info.profile_json = "{}";
    snapshot.info.is_published = false;
    snapshot.table.lat_e6.clear(), snapshot.table.lon_e6.clear();
    const PrivacyReport first = report_of(snapshot);
    AllowList allowed;
    for (const PrivacyFinding& f : first.findings) allowed.insert(f.digest);
    const PrivacyReport second = report_of(snapshot, allowed);
    EXPECT_EQ(second.allowed, 1u);
    EXPECT_EQ(sections_of(second), std::vector<std::string>{"info.is_published text"});
}

TEST(PrivacyCheck, AnAllowListIsReadWithRemarksAndItsMistakesHaveALine) {
    const auto list = read_allow_list("# reviewed\nname:3f2a90c15e28c21e  # a street\n\n", "allow.txt");
    ASSERT_TRUE(list);
    EXPECT_EQ(list->size(), 1u);
    const auto wrong = read_allow_list("name:3f2a90c15e28c21e\nname:XYZ", "allow.txt");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().place.row, 2u);
}

TEST(PrivacyCheck, AKeyThatMayNameAPersonIsAFindAndAReplacedOneIsNot) {
    Snapshot snapshot = snapshot_of("Отдел", "", "pos.csv");
    snapshot.info.profile_json = "{}";
    snapshot.table.lat_e6.clear(), snapshot.table.lon_e6.clear();
    for (const auto& [id, is_clean] : {std::pair{"pos:~17", true}, {"pos:07/19-10", true}, {"pos:ivanov_i", false}, {"pos:~ivanov", false}}) {
        snapshot.table.id = StringColumn{};
        snapshot.table.id.push(id);
        EXPECT_EQ(report_of(snapshot).is_clean(), is_clean) << id;
    }
}

TEST(PrivacyCheck, JsonIsReadByMembersAndChecksumsAreNoText) {
    const AllowList none;
    PrivacyScan scan{none};
    scan.read_json(R"({"a": [{"b": "тел. 2-34-56"}], "sha256": "89000001234", "checksum": "8900 0001 234"})", "m.json", "json");
    ASSERT_EQ(scan.report.findings.size(), 1u);
    EXPECT_EQ(scan.report.findings[0].place, "a[0].b");
    scan.read_json("{ 8-900-000-12-34", "broken.json", "json");
    EXPECT_EQ(scan.report.total, 2u) << "what is no JSON is read as lines";
}

}  // namespace
}  // namespace problemator
