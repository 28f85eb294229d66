#include "core/model/about/about_methods.hpp"

namespace problemator {
namespace {

constexpr Method kMethods[] = {
    {{"Сообщений", "Messages"}, {"n", "n"}, {"Сообщения и обращения, поступившие за период. Одно обращение, пришедшее по нескольким каналам, считается один раз.", "Messages and appeals received in the period. One that came by several channels is counted once."}},
    {{"Просрочено сейчас", "Overdue now"}, {"без ответа и срок истёк к моменту среза", "open, and the deadline passed before the snapshot"}, {"Состояние на момент среза, а не за период. Для прошлых недель пересчитывается на конец каждой из них.", "The state at the moment of the snapshot, not over the period. For past weeks it is counted anew at the end of each."}},
    {{"Отвечено в срок", "Answered in time"}, {"отвечено в срок / срок решён", "in time / decided"}, {"Решён срок того, на что ответили или что просрочено; просроченное без ответа считается опозданием. Меньше 10 решённых — доля не показывается.", "A deadline is decided when the answer came or the time ran out; overdue ones count as late. Under 10 decided no share is shown."}},
    {{"Доля повторных", "Share of repeats"}, {"повторные / поступившие", "repeats / received"}, {"Повторное — тот же автор или то же место и тема после закрытия. Меньше 10 сообщений — доля не показывается.", "A repeat is the same author, or the same place and topic, after closing. Under 10 messages no share is shown."}},
    {{"Средняя оценка", "Satisfaction"}, {"сумма оценок / число оценок, 1–5", "sum of ratings / their number, 1–5"}, {"Оценки, которые поставили жители закрытым сообщениям. Кто не оценил ответ, не учтён, поэтому рядом стоит число оценок.", "Ratings that residents gave to closed messages. Those who gave none are not counted, so the number of ratings stands beside."}},
    {{"На 1 000 жителей", "Per 1,000 residents"}, {"1 000 · n / население территории", "1,000 · n / residents of the territory"}, {"Население — из профиля муниципалитета. Где оно неизвестно, показатель не считается.", "The number of residents comes from the profile. Where it is unknown nothing is told."}},
    {{"Норма и порог", "Norm and threshold"}, {"среднее прошлых недель без выбросов; порог — наименьшее число с q ≤ 0,05, не меньше 7", "mean of earlier weeks without outliers; threshold: the least count with q ≤ 0.05, at least 7"}, {"Норма клетки — её собственное прошлое: 12 недель, а при долгой истории и сезон. Порог учитывает, что клеток много, поэтому ложных тревог не больше пяти на сто.", "The norm of a cell is its own past: 12 weeks, with the season where history allows. The threshold knows that there are many cells, so at most five alarms of a hundred are false."}},
    {{"Всплеск", "Surge"}, {"число ≥ порога", "count ≥ threshold"}, {"Клетка, в которой за неделю больше сообщений, чем объясняет её прошлое. Неделя, которая ещё идёт, не оценивается.", "A cell with more messages in the week than its past explains. A week in progress is not judged."}},
    {{"Выше нормы N недель", "Above the norm for N weeks"}, {"от 6 до 26 последних недель подряд выше нормы", "6 to 26 last weeks in a row above the norm"}, {"Норма берётся по 12 неделям до начала полосы. Случайной такая полоса бывает реже одного раза на тысячу.", "The norm is that of the 12 weeks before the run. Chance makes such a run less than once in a thousand."}},
    {{"Изменение к прошлой неделе и АППГ", "Change to last week and a year ago"}, {"сейчас − было", "now − then"}, {"Сравниваются только полные недели по ISO, с понедельника по воскресенье. Если было меньше 10, пишется «было 2, стало 6», без процентов.", "Only whole ISO weeks are compared, Monday to Sunday. A base under 10 is told as “was 2, now 6”, without percent."}},
    {{"Балл рейтинга", "Score of the rating"}, {"сумма «вес × измерение», 0–100", "sum of weight × dimension, 0–100"}, {"Веса сроков, полноты, оценок и количества заданы профилем. Место присваивается от 30 решённых сроков и только там, где разброс мест не шире трети списка.", "Weights of terms, completeness, ratings and quantity are the profile's. A place needs 30 decided deadlines and a range no wider than a third of the list."}},
    {{"Опоздания: факт и ожидание", "Late answers: fact and expected"}, {"опоздали / опоздали бы другие на тех же темах, каналах и месяцах", "late / late of others on the same topics, channels and months"}, {"Так сравниваются подразделения с разной работой. Хуже или лучше сказано, только если это не случайность.", "So departments with different work are compared. Worse or better is said only when it is not chance."}},
    {{"Полнота", "Completeness"}, {"1 − повторные / поступившие", "1 − repeats / received"}, {"Доля сообщений, после ответа на которые жители не вернулись. Это приближение к «полноте реагирования по существу» из постановлений.", "The share of messages after which residents did not come back. It stands for the decrees' “completeness of the answer”."}},
    {{"Время до закрытия", "Time to closing"}, {"медиана и 9/10 по Каплану — Мейеру", "Kaplan–Meier median and 9/10"}, {"Открытые сообщения учтены: без них медленные выглядели бы быстрыми. Если закрыта меньше чем половина, медианы нет.", "Open messages are included: without them the slow would look fast. With less than half closed there is no median."}},
    {{"Интервал 95 %", "95% interval"}, {"Уилсон для долей, Пуассон для чисел", "Wilson for shares, Poisson for counts"}, {"В этих пределах лежит настоящая доля в 95 случаях из 100. Широкий интервал — мало данных.", "The true share lies within in 95 cases of 100. A wide interval means little data."}},
    {{"Прогноз к 31 декабря", "Forecast to 31 December"}, {"(сделано + прогноз) / (всего + прогноз), интервал 95 %", "(done + forecast) / (all + forecast), 95% interval"}, {"Числитель и знаменатель продолжаются порознь по своей истории. Меньше восьми периодов истории — «рано судить».", "Numerator and denominator go on apart, each by its own history. With under eight periods it says “too early”."}},
    {{"Первопричины", "Root causes"}, {"похожие тексты, место или тема, близкое время", "alike texts, place or topic, near in time"}, {"Сообщения собираются в группы, у которых вероятно одна причина. Решение о причине принимает человек.", "Messages are grouped that probably have one cause. People decide what it is."}},
    {{"Эффект дорожной карты", "Effect of a road map"}, {"до и после с поправкой на тренд и сезон", "before and after, trend and season removed"}, {"Нужно не меньше 12 недель с каждой стороны. Интервал показывает, не случайность ли это.", "At least 12 weeks on each side are needed. The interval says whether it may be chance."}},
};

constexpr Term kTerms[] = {
    {{"Срез", "Snapshot"}, {"Неизменяемый недельный файл: все числа страницы посчитаны по нему на один момент", "The immutable weekly file: all numbers of the page are counted from it at one moment"}},
    {{"Контрольная сумма", "Checksum"}, {"По ней видно, что два отчёта сделаны по одному и тому же срезу", "It shows that two reports are made of the same snapshot"}},
    {{"Сообщение", "Message"}, {"Поступило вне порядка 59-ФЗ: ПОС, соцсети, контакт-центр", "Came outside 59-FZ: feedback platform, social networks, call centre"}},
    {{"Обращение", "Appeal"}, {"Предложение, заявление или жалоба по 59-ФЗ, со своим сроком", "A proposal, application or complaint under 59-FZ, with its own clock"}},
    {{"Блок", "Block"}, {"Группа тем, у которой есть куратор", "A group of topics with a curator"}},
    {{"Ответственный получатель", "Department"}, {"Подразделение, которое должно ответить", "Who must answer"}},
    {{"Фаст-трек", "Fast track"}, {"Ускоренное решение: 10 календарных дней вместо обычного срока", "An accelerated solution: 10 calendar days instead of the usual term"}},
    {{"Дорожная карта", "Road map"}, {"План мер против первопричины сообщений", "Measures against a root cause of messages"}},
    {{"АППГ", "A year ago"}, {"Та же неделя прошлого года", "The same week of last year"}},
    {{"Мало данных", "Little data"}, {"Слишком мало сообщений, чтобы назвать долю, цвет или место", "Too few messages for a share, a colour or a place"}},
};

}  // namespace

std::span<const Method> measure_methods() { return kMethods; }
std::span<const Term> glossary_terms() { return kTerms; }

}  // namespace problemator
