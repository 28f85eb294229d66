#include "core/model/reports/report_kinds.hpp"

namespace problemator {
namespace {

constexpr Phrase kMain = {"Главное", "In short"}, kProblems = {"Проблемы недели", "Problems of the week"}, kMatrix = {"Территории и блоки", "Territories and blocks"};
constexpr Phrase kRating = {"Сроки и качество ответов подразделений", "Terms and quality of answers by department"}, kBullets = {"Целевые показатели", "Target indicators"};
constexpr Phrase kProposals = {"Предложения к протоколу", "Proposals for the minutes"}, kOrders = {"Поручения", "Assignments"};
constexpr Phrase kAlarms = {"Всплески и хронические проблемы", "Surges and chronic problems"}, kGrowth = {"Что объясняет рост", "What explains the rise"};
constexpr Phrase kCauses = {"Первопричины", "Root causes"}, kJournal = {"Журнал резкого роста", "Journal of sharp rises"}, kEffects = {"Дорожные карты: до и после", "Road maps: before and after"};
constexpr Phrase kPoints = {"Проблемные точки и вопросы для опросов", "Problem points and questions for polls"};
constexpr Phrase kDeadlines = {"Сроки ближайших дней", "Deadlines of the next days"}, kRisks = {"Кто рискует опоздать", "Who may be late"};
constexpr Phrase kOverdue = {"Просрочено сейчас", "Overdue now"}, kFair = {"Опоздания: факт и ожидание", "Late answers: fact and expected"};
constexpr Phrase kDimensions = {"Количество, сроки, полнота", "Quantity, terms, completeness"}, kTimes = {"Время до закрытия", "Time to closing"};
constexpr Phrase kRegion = {"Рейтинг ЦУР региона", "Rating by the regional centre"}, kSatisfaction = {"Удовлетворённость по подразделениям", "Satisfaction by department"};
constexpr Phrase kNumbers = {"Показатели недели", "Numbers of the week"}, kYearMatrix = {"Территории и блоки за год", "Territories and blocks over the year"};
constexpr Phrase kRules = {"Кандидаты в автоправила и ускоренное решение", "Candidates for automatic rules and fast-track"};
constexpr Phrase kDecisions = {"Исполнение решений прошлых заседаний", "What became of earlier decisions"}, kVotes = {"Голосования, обсуждения, опросы", "Votes, discussions, surveys"};
constexpr Phrase kInfoRisks = {"Информационные риски", "Information risks"};
constexpr Phrase kCoverage = {"Полнота данных", "Completeness of the data"};

constexpr ReportPart kNoteParts[] = {{"main", kMain, Screen::Overview, "main"}, {"numbers", kNumbers, Screen::Overview, "tiles"}, {"problems", kProblems, Screen::Overview, "problems"},
    {"matrix", kMatrix, Screen::Overview, "matrix"}, {"rating", kRating, Screen::Rating, "rating"}, {"indicators", kBullets, Screen::Overview, "bullets"}, {"proposals", kProposals, Screen::Reports, "proposals"}};
constexpr ReportPart kSheetParts[] = {{"main", kMain, Screen::Overview, "main"}, {"numbers", kNumbers, Screen::Overview, "tiles"}, {"problems", kProblems, Screen::Overview, "problems"},
    {"matrix", kMatrix, Screen::Overview, "matrix"}, {"orders", kOrders, Screen::Reports, "orders"}};
constexpr ReportPart kRegisterParts[] = {{"problems", kProblems, Screen::Overview, "problems"}, {"register", {"Реестр проблем", "Register of problems"}, Screen::Problems, "register", PartTune::Register}, {"alarms", kAlarms, Screen::Problems, "alarms"}, {"growth", kGrowth, Screen::Problems, "growth"},
    {"points", kPoints, Screen::Problems, "points"}, {"causes", kCauses, Screen::Problems, "causes"}};
constexpr ReportPart kRatingParts[] = {{"rating", kRating, Screen::Rating, "rating"}, {"dimensions", kDimensions, Screen::Rating, "dimensions"}, {"fair", kFair, Screen::Rating, "fair"},
    {"times", kTimes, Screen::Rating, "times"}, {"region", kRegion, Screen::Rating, "region"}};
constexpr ReportPart kIndicatorParts[] = {{"bullets", kBullets, Screen::Overview, "bullets"}, {"indicators", {"Показатели и прогноз к 31 декабря", "Indicators and the forecast to 31 December"}, Screen::Indicators, "indicators"}};
constexpr ReportPart kControlParts[] = {{"deadlines", kDeadlines, Screen::Rating, "deadlines"}, {"risks", kRisks, Screen::Rating, "risks"}, {"fair", kFair, Screen::Rating, "fair"},
    {"overdue", kOverdue, Screen::Messages, "messages", PartTune::Overdue}};
constexpr ReportPart kCauseParts[] = {{"alarms", kAlarms, Screen::Problems, "alarms"}, {"growth", kGrowth, Screen::Problems, "growth"}, {"journal", kJournal, Screen::Problems, "journal"},
    {"causes", kCauses, Screen::Problems, "causes"}, {"rules", kRules, Screen::Problems, "rules"}};
constexpr ReportPart kRoadParts[] = {{"causes", kCauses, Screen::Problems, "causes"}, {"effects", kEffects, Screen::Problems, "effects"}, {"points", kPoints, Screen::Problems, "points"}};
constexpr ReportPart kSatisfactionParts[] = {{"numbers", kNumbers, Screen::Overview, "tiles"}, {"satisfaction", kSatisfaction, Screen::Rating, "satisfaction"}, {"times", kTimes, Screen::Rating, "times"}};
constexpr ReportPart kMinutesParts[] = {{"problems", {"Повестка: проблемы недели", "Agenda: problems of the week"}, Screen::Overview, "problems"}, {"proposals", {"Проекты решений", "Draft decisions"}, Screen::Reports, "proposals"},
    {"orders", kOrders, Screen::Reports, "orders"}, {"decisions", kDecisions, Screen::Problems, "decisions"}};
constexpr ReportPart kRegionParts[] = {{"numbers", kNumbers, Screen::Overview, "tiles"}, {"matrix", kMatrix, Screen::Overview, "matrix"}, {"rating", kRating, Screen::Rating, "rating"},
    {"indicators", kBullets, Screen::Overview, "bullets"}, {"alarms", kAlarms, Screen::Problems, "alarms"}, {"votes", kVotes, Screen::Problems, "votes"},
    {"info-risks", kInfoRisks, Screen::Problems, "info-risks"}, {"coverage", kCoverage, Screen::Quality, "coverage"}};
constexpr ReportPart kPlanParts[] = {{"year", kYearMatrix, Screen::Heatmap, "matrix", PartTune::Year}, {"topics", {"Подразделения и темы за год", "Departments and topics over the year"}, Screen::Heatmap, "matrix", PartTune::DepartmentYear},
    {"points", kPoints, Screen::Problems, "points"}, {"votes", kVotes, Screen::Problems, "votes"}};

constexpr Phrase kAbout = {"о сообщениях и обращениях жителей", "on messages and appeals of residents"};
constexpr Phrase kChief = {"Руководителю Центра", "To the head of the Centre"}, kWeekly = {"еженедельно", "weekly"}, kMonthly = {"ежемесячно", "monthly"}, kOnAsking = {"по запросу", "on request"};

constexpr ReportKind kKinds[] = {
    {"zapiska", {"Аналитическая записка", "Analytical note"}, kAbout, {"Главе", "To the head"}, kWeekly, {"Ахтубинский район: записка главе об итогах недели", "Akhtubinsk: a note to the head on the week"}, true, kNoteParts},
    {"list", {"Лист руководителя", "Sheet of the head"}, {"неделя на одной странице", "the week on one page"}, {"Главе", "To the head"}, kWeekly, {"Охотск, Боготол: отчёт руководству и поручения", "Okhotsk, Bogotol: a report to the leaders and assignments"}, true, kSheetParts},
    {"problematory", {"Проблематор", "Problem list"}, {"список проблем муниципалитета", "problems of the municipality"}, {"Руководителю и куратору Центра, главе", "To the head and the curator of the Centre, to the head"}, kWeekly, {"Октябрьский район, п. 3.3 и 3.6: еженедельно представляется руководителю Центра", "Oktyabrskoe, 3.3 and 3.6: given weekly to the head of the Centre"}, false, kRegisterParts},
    {kRatingReport, {"Рейтинг ответственных получателей", "Rating of departments"}, {"по количеству, срокам и полноте реагирования", "by quantity, terms and completeness"}, {"Руководителям подразделений, в ЦУР по запросу", "To heads of departments, to the regional centre on request"}, kMonthly, {"Охотск, п. 2.3.4; Ахтубинск, п. 2.4; Боготол, п. 4.4", "Okhotsk 2.3.4; Akhtubinsk 2.4; Bogotol 4.4"}, false, kRatingParts},
    {"pokazateli", {"Отчёт о достигнутых показателях", "Report on the indicators"}, {"деятельности Центра", "of the Centre's work"}, kChief, kMonthly, {"Октябрьский район, п. 3.6 и приложение № 2", "Oktyabrskoe, 3.6 and annex 2"}, false, kIndicatorParts},
    {"kontrol", {"Контроль сроков", "Control of deadlines"}, {"просроченные и истекающие", "overdue and falling due"}, {"Кураторам блоков, ответственным", "To curators of blocks and those in charge"}, kWeekly, {"Октябрьский район, п. 3.8 и регламент, п. 2.3", "Oktyabrskoe, 3.8 and rules 2.3"}, false, kControlParts},
    {"prichiny", {"Причины и факторы роста", "Causes of the rise"}, {"количества сообщений", "in the number of messages"}, kChief, kWeekly, {"Охотск, п. 2.3.5; Октябрьский район, п. 3.8; Боготол, п. 4.5, 4.7", "Okhotsk 2.3.5; Oktyabrskoe 3.8; Bogotol 4.5, 4.7"}, false, kCauseParts},
    {"karty", {"Дорожные карты", "Road maps"}, {"по устранению первопричин и их результат", "against root causes, and what came of them"}, {"Кураторам блоков", "To curators of blocks"}, kMonthly, {"Охотск, п. 1.2.5; Октябрьский район, п. 3.4, показатель 5", "Okhotsk 1.2.5; Oktyabrskoe 3.4, indicator 5"}, false, kRoadParts},
    {"udovletvoryonnost", {"Удовлетворённость жителей", "Satisfaction of residents"}, {"результатами рассмотрения", "with the answers"}, {"Главе", "To the head"}, kMonthly, {"Оха, п. 1.2; Боготол, п. II.2.1", "Okha 1.2; Bogotol II.2.1"}, true, kSatisfactionParts},
    {"protokol", {"Проект протокола заседания", "Draft minutes of the meeting"}, {"муниципального центра управления", "of the municipal control centre"}, {"Куратору Центра на подпись", "To the curator, for signature"}, kWeekly, {"Боготол, п. III.2: решения оформляются протоколом", "Bogotol III.2: decisions are put into minutes"}, false, kMinutesParts},
    {"cur", {"Материалы для ЦУР", "Materials for the regional centre"}, {"по запросу", "on request"}, {"В центр управления регионом", "To the regional control centre"}, kOnAsking, {"Охотск, Октябрьский район, Ахтубинск, Боготол: материалы по запросу ЦУР", "Okhotsk, Oktyabrskoe, Akhtubinsk, Bogotol: materials on request"}, false, kRegionParts},
    {"plan", {"Материалы для планов развития", "Materials for development plans"}, {"территории и темы за год", "territories and topics over a year"}, {"Главе", "To the head"}, {"раз в год и по запросу", "yearly and on request"}, {"Ахтубинский район, п. 1.1.3: планы территориального развития", "Akhtubinsk 1.1.3: plans of territorial development"}, true, kPlanParts},
};

}  // namespace

std::span<const ReportKind> report_kinds() { return kKinds; }

const ReportKind& report_kind(std::string_view id) {
    for (const ReportKind& kind : kKinds)
        if (kind.id == id) return kind;
    return kKinds[0];
}

}  // namespace problemator
