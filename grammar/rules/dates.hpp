#pragma once

#include "grammar/dates.hpp"
#include "grammar/rules/words.hpp"

/// Dates and ranges of dates. Rules check the form and the ranges of years, months and days;
/// actions keep the parts, refuse days that do not exist and weigh the confidence.
///
/// Actions run when their rule matches, also inside an alternative that fails afterwards. So
/// every form begins with `form_start`, which forgets the parts of earlier attempts, and in an
/// optional tail the rule with the action is the last that can fail. Nothing repeats without a
/// bound except the skipping of text that is no date: the whole is linear.
namespace cvtex::grammar::rules {

// clang-format off
struct form_start : tao::pegtl::success {};
struct range_start : tao::pegtl::success {};
struct dated_start : tao::pegtl::success {};

// Numbers, each with its action.
struct year_digits : sor< seq< figure< '1' >, figure< '9' >, decimal, decimal >, seq< figure< '2' >, figure< '0' >, decimal, decimal >, seq< figure< '2' >, figure< '1' >, figure< '0' >, figure< '0' > > > {};
struct year : seq< year_digits, not_at< decimal > > {};
struct month_digits : sor< seq< figure< '1' >, figure< '0', '2' > >, seq< opt< figure< '0' > >, figure< '1', '9' > > > {};
struct month : seq< month_digits, not_at< decimal > > {};
struct padded_month : seq< at< decimal, decimal >, month > {};
struct day_digits : sor< seq< figure< '3' >, figure< '0', '1' > >, seq< figure< '1', '2' >, decimal >, seq< opt< figure< '0' > >, figure< '1', '9' > > > {};
struct day : seq< day_digits, not_at< decimal > > {};
struct short_year : seq< decimal, decimal, not_at< decimal > > {};
struct leading_number : seq< day_digits, not_at< decimal > > {};
struct middle_number : seq< day_digits, not_at< decimal > > {};

struct han_figure : any_word< "〇", "○", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" > {};
struct han_year : rep< 4, han_figure > {};
struct han_count : any_word< "一", "二", "三", "四", "五", "六", "七", "八", "九" > {};
struct han_month : sor< any_word< "十一", "十二", "十" >, han_count > {};
struct han_day : sor< word< "三十一" >, word< "三十" >, seq< opt< any_word< "二", "廿" > >, word< "十" >, opt< han_count > >, seq< word< "廿" >, opt< han_count > >, han_count > {};

// Eras of Japan and the Republic of China: the Gregorian year before their first.
template< int Before, literal... Names > struct era : any_word< Names... > {};
struct any_era : sor< era< 2018, "令和" >, era< 1988, "平成" >, era< 1925, "昭和" >, era< 1911, "民國", "民国" > > {};
// 106年9月: the Republic's years without its name have three figures, and a month follows.
struct minguo_year : seq< figure< '1' >, decimal, decimal, not_at< decimal > > {};
// 99年9月～103年6月, 103/9 - 105/6: beside a year of three figures one of two is the Republic's too.
struct minguo_short_year : seq< figure< '5', '9' >, decimal, not_at< decimal > > {};
struct minguo_recent_year : seq< figure< '1' >, figure< '0', '4' >, decimal, not_at< decimal > > {};
struct era_year : sor< word< "元" >, rep_min_max< 1, 3, decimal > > {};

// Words for a part of a year or a month.
template< YearPart Part, literal... Names > struct part : any_word< Names... > {};
struct latin_part : seq< sor< part< YearPart::FirstQuarter, "q1" >, part< YearPart::SecondQuarter, "q2" >, part< YearPart::ThirdQuarter, "q3" >, part< YearPart::FourthQuarter, "q4" >, part< YearPart::FirstHalf, "h1" >, part< YearPart::SecondHalf, "h2" > >, not_at< alnum > > {};
struct season_name : seq< sor< part< YearPart::Spring, "spring" >, part< YearPart::Summer, "summer" >, part< YearPart::Autumn, "autumn", "fall" >, part< YearPart::Winter, "winter" > >, not_at< alnum > > {};
struct han_period : sor< part< YearPart::FirstQuarter, "第一季度", "第1季度", "一季度" >, part< YearPart::SecondQuarter, "第二季度", "第2季度", "二季度" >, part< YearPart::ThirdQuarter, "第三季度", "第3季度", "三季度" >, part< YearPart::FourthQuarter, "第四季度", "第4季度", "四季度" >, part< YearPart::FirstHalf, "上半年" >, part< YearPart::SecondHalf, "下半年" >, part< YearPart::Early, "上旬" >, part< YearPart::Middle, "中旬" >, part< YearPart::Late, "下旬" > > {};
struct han_season : sor< part< YearPart::Spring, "春季", "春天", "春" >, part< YearPart::Summer, "夏季", "夏天", "夏", "暑假" >, part< YearPart::Autumn, "秋季", "秋天", "秋" >, part< YearPart::Winter, "冬季", "冬天", "冬", "寒假" > > {};
struct han_third : sor< part< YearPart::Early, "初" >, part< YearPart::Middle, "中" >, part< YearPart::Late, "底", "末" > > {};
// 年初 is no part of 年初中毕业: a joining word or no Han character follows.
struct part_end : sor< not_at< han >, at< any_word< "至", "到" > > > {};
struct part_of_year : sor< latin_part, han_period, seq< sor< han_season, seq< opt< word< "年" > >, han_third > >, part_end > > {};
struct part_of_month : sor< han_period, seq< han_third, part_end > > {};

// What makes a number of a date: 2020.08元, 2000-2010 家公司, 2020.08k.
struct unit : any_name< "k", "w", "x", "ms", "s", "kb", "mb", "gb", "tb", "qps", "tps", "rpm", "px", "mm", "cm", "km", "kg", "usd", "rmb", "cny", "dollars", "yuan", "users", "people", "times", "items", "lines", "rows", "requests" > {};
struct lone_counter : seq< any_word< "人民币", "万元", "萬元", "亿元", "億元", "美元", "元", "円", "원", "块", "塊", "个月", "个", "個", "家", "名", "次", "台", "条", "條", "件", "种", "種", "项", "項", "倍", "万", "萬", "亿", "億", "千", "百", "人", "位", "户", "戶", "米", "本", "行", "页", "頁", "秒", "分", "字", "股", "篇", "天", "小时", "多" >, not_at< han > > {};
struct counted_noun : any_word< "家公司", "家企业", "家客户", "家门店", "个用户", "个客户", "个项目", "名员工", "名学生", "名用户", "万人", "万用户", "人次", "块钱", "多个", "多家", "多名", "多人", "多条", "多万" > {};
struct counted : sor< one< '%', '_' >, tao::pegtl::utf8::one< 0x2030, 0x2103, 0xFF05 >, seq< gap, sor< unit, lone_counter, counted_noun > > > {};
// A letter right after a number belongs to it, unless it begins `to`.
struct stuck_letter : seq< not_at< any_name< "to" > >, alpha > {};
struct number_end : not_at< sor< decimal, stuck_letter, counted > > {};

// 2020.08.12, 2020/08/12, 2020-08-12 and without the day.
struct dot : sor< one< '.' >, tao::pegtl::utf8::one< 0xFF0E > > {};
struct slash : sor< one< '/' >, tao::pegtl::utf8::one< 0xFF0F > > {};
struct hyphen : sor< one< '-' >, tao::pegtl::utf8::one< 0x2010, 0x2011, 0xFF0D > > {};
template< class Mark > struct year_month_day : seq< form_start, year, Mark, month, Mark, day, number_end > {};
template< class Mark > struct year_month : seq< form_start, year, Mark, month, number_end > {};
template< class Mark > struct numeric_date : sor< year_month_day< Mark >, year_month< Mark > > {};
// 07/2019; 12/08/2020, whose order only a number above 12 tells.
struct month_slash_year : seq< form_start, month, slash, year, number_end > {};
struct month_mark_year : seq< form_start, padded_month, sor< dot, hyphen >, year, number_end > {};
template< class Mark > struct year_last : seq< form_start, leading_number, Mark, middle_number, Mark, year, number_end > {};
// 2020. 3. 1. as in Korea, where the last dot is written too.
struct dotted_day : seq< day_digits, opt< dot >, number_end > {};
struct korean_date : seq< form_start, year, dot, some_gap, month, dot, opt< some_gap, dotted_day > > {};
// Stray spaces around the marks: only when a range shows that a date is meant.
struct loose_date : seq< form_start, year, sor< seq< gap, sor< dot, slash >, gap, padded_month >, seq< dot, some_gap, month > >, number_end > {};
// '20.03, as in Korea.
struct apostrophe : sor< one< '\'' >, tao::pegtl::utf8::one< 0x2018, 0x2019 > > {};
struct short_dotted_date : seq< form_start, apostrophe, short_year, sor< dot, slash >, month, number_end > {};

// 2020年08月12日, 二〇二〇年八月, 令和2年4月, 2020년 3월, 2020年第三季度, 8月中旬.
struct year_sign : any_word< "年", "년" > {};
struct month_sign : any_word< "月份", "月", "월" > {};
struct day_sign : any_word< "日", "号", "號", "일" > {};
struct signed_month : seq< sor< month_digits, han_month >, gap, month_sign > {};
struct signed_day : seq< sor< day_digits, han_day >, gap, day_sign > {};
// H30年4月, R2年5月: eras of Japan by their letters; S3年 alone is something else.
struct lettered_era : sor< era< 2018, "r" >, era< 1988, "h" >, era< 1925, "s" > > {};
struct lettered_year : seq< lettered_era, opt< one< '.' > >, era_year > {};
struct written_year : sor< year, han_year, seq< any_era, gap, era_year > > {};
// 2010年代, 2000年间, 2020年前 are no years; 2020年前端实习 is.
struct relative : sor< any_word< "代", "间", "間", "级", "級", "度", "来", "來", "内", "內", "多", "以前", "以后", "以後", "之前", "之后", "之後" >, seq< any_word< "前", "后", "後" >, not_at< any_word< "端", "台", "往", "期", "来", "來" > > > > {};
struct month_and_day : seq< signed_month, sor< seq< gap, signed_day >, part_of_month, tao::pegtl::success > > {};
struct after_year : sor< seq< gap, month_and_day >, seq< gap, part_of_year >, not_at< relative > > {};
struct han_date : sor< seq< form_start, written_year, gap, year_sign, after_year >, seq< form_start, lettered_year, gap, year_sign, gap, month_and_day > > {};
struct minguo_date : seq< form_start, minguo_year, gap, year_sign, gap, month_and_day > {};
struct short_han_date : seq< form_start, short_year, gap, year_sign, gap, month_and_day > {};

// Sep 2019, Sept. 12, 2019, 12th September 2019, 2019 Sep, Sep ’19.
template< int Month, literal... Names > struct month_name : any_name< Names... > {};
struct any_month : sor< month_name< 1, "january", "jan" >, month_name< 2, "february", "feb" >, month_name< 3, "march", "mar" >, month_name< 4, "april", "apr" >, month_name< 5, "may" >, month_name< 6, "june", "jun" >, month_name< 7, "july", "jul" >, month_name< 8, "august", "aug" >, month_name< 9, "september", "sept", "sep" >, month_name< 10, "october", "oct" >, month_name< 11, "november", "nov" >, month_name< 12, "december", "dec" > > {};
struct month_word : seq< any_month, opt< one< '.' > > > {};
struct ordinal : any_name< "st", "nd", "rd", "th" > {};
struct month_day_year : seq< form_start, month_word, gap, day, opt< ordinal >, opt< one< ',' > >, some_gap, year, number_end > {};
struct month_then_year : seq< form_start, month_word, opt< one< ',', '-', '/' > >, gap, year, number_end > {};
struct month_short_year : seq< form_start, month_word, gap, apostrophe, short_year, number_end > {};
struct day_month_year : seq< form_start, day, opt< ordinal >, sor< some_gap, one< '-' > >, month_word, opt< one< ',', '-' > >, gap, year, number_end > {};
// A small letter would be the verb: in 2019 may have.
struct year_then_month : seq< form_start, year, sor< some_gap, one< '-' >, one< '.' > >, at< range< 'A', 'Z' > >, any_month > {};
struct english_date : sor< month_day_year, month_then_year, month_short_year, day_month_year, year_then_month > {};

// 2020 Q3, Q3 2020, Summer 2023, 2023 Summer, 2023夏季.
struct free_season : seq< han_season, part_end > {};
// 2020上半年, 2020第三季度: 年 is left out.
struct half_or_quarter : seq< han_period > {};
struct year_then_part : seq< form_start, year_digits, sor< seq< opt< one< '-' > >, gap, latin_part >, seq< some_gap, season_name >, seq< gap, sor< free_season, half_or_quarter > > > > {};
struct part_then_year : seq< form_start, sor< latin_part, season_name >, opt< one< ',' > >, some_gap, year, number_end > {};
struct parted_date : sor< year_then_part, part_then_year > {};

// 2020届, 2016级: years by what happened.
struct graduation_sign : any_word< "届毕业生", "届", "屆" > {};
struct enrolment_sign : any_word< "级", "級" > {};
struct class_of : seq< any_name< "class of" > > {};
struct class_year : sor< seq< form_start, year, gap, sor< graduation_sign, enrolment_sign >, not_at< any_word< "别", "別" > > >, seq< form_start, class_of, some_gap, year, number_end > > {};

struct bare_year : seq< form_start, year, number_end > {};
struct compact_month : seq< form_start, year_digits, at< decimal, decimal >, month, number_end > {};
struct compact_month_digits : seq< month_digits > {};
struct compact_day : seq< form_start, year_digits, at< decimal, decimal >, compact_month_digits, at< decimal, decimal >, day, number_end > {};

struct ordered_date : sor< numeric_date< dot >, numeric_date< slash >, numeric_date< hyphen > > {};
struct reversed_date : sor< year_last< slash >, year_last< dot >, year_last< hyphen >, month_slash_year, month_mark_year > {};
struct date : sor< korean_date, ordered_date, han_date, english_date, parted_date, reversed_date, minguo_date, short_han_date, short_dotted_date > {};
struct ranged_date : sor< date, loose_date, bare_year > {};

// What joins two dates.
struct dash : sor< one< '-', '~' >, tao::pegtl::utf8::one< 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2192, 0x21D2, 0x2212, 0x223C, 0x2500, 0x301C, 0x30FC, 0xFE63, 0xFF0D, 0xFF5E > > {};
struct dashes : seq< rep_min_max< 1, 3, dash >, opt< one< '>' > > > {};
struct arrow : seq< one< '=' >, one< '>' > > {};
struct han_joiner : any_word< "至", "到", "迄", "から", "부터" > {};
struct english_joiner : any_name< "up to", "to", "until", "till", "til", "through", "thru" > {};
struct slash_joiner : seq< some_gap, slash, some_gap > {};
struct joiner : sor< seq< gap, sor< dashes, arrow, han_joiner >, gap >, seq< some_gap, english_joiner, some_gap >, slash_joiner > {};

// The present. 今 alone, but not 今年.
struct lone_jin : seq< word< "今" >, not_at< any_word< "年", "天", "日", "后", "後", "朝", "次", "晚", "早", "春", "夏", "秋", "冬" > > > {};
struct now_word : sor< seq< any_word< "至", "迄" >, gap, lone_jin >, lone_jin, any_word< "现在", "現在に至る", "現在", "至现在", "目前", "当前", "當前", "如今", "现今", "現今", "在职", "在職中", "在職", "在读", "在讀", "在校", "在籍中", "継続中", "현재", "지금", "재직 중", "재직중", "재학 중", "재학중", "진행 중", "진행중" >, seq< opt< any_name< "the" >, some_gap >, any_name< "present", "now", "currently", "current", "today", "date", "ongoing", "nowadays" > > > {};
struct now : seq< now_word, opt< gap, one< '/' >, gap, now_word > > {};

struct enrolment : any_word< "入学", "入學", "입학" > {};
struct graduation : any_word< "毕业", "畢業", "卒業", "졸업" > {};
struct event : sor< enrolment, graduation > {};
// 2007年毕业于… goes on: the word is no part of the date.
struct last_event : seq< event, not_at< han > > {};
struct until_mark : any_word< "まで", "까지", "止" > {};

struct field_end : sor< eof, one< '\n', '\r', ')', ']', '|', ',', ';' >, tao::pegtl::utf8::one< 0xFF09, 0xFF3D, 0x3011, 0x3015, 0xFF5C, 0xFF0C, 0xFF1B, 0x3002 > > {};
struct expected_word : sor< any_word< "预计", "預計", "预期", "見込み", "見込", "予定", "예정" >, any_name< "expected", "anticipated" > > {};
// 预计毕业时间：, Expected graduation:
struct expected_what : sor< any_word< "毕业时间", "畢業時間", "毕业", "畢業" >, any_name< "graduation date", "graduation" > > {};
struct expected_before : seq< expected_word, gap, opt< expected_what, gap >, opt< sor< one< ':' >, word< "：" > >, gap > > {};
struct expected_note : seq< gap, sor< one< '(' >, word< "（" > >, gap, opt< any_word< "卒業", "졸업" > >, expected_word, opt< gap, any_word< "毕业", "畢業" > >, gap, sor< one< ')' >, word< "）" > > > {};
// 2018年3月 卒業見込み, 2024년 2월 졸업 예정, May 2025 expected
struct expected_event : seq< event > {};
struct expected_end : seq< expected_word, not_at< han >, at< gap, field_end > > {};
struct expected_tail : seq< gap, sor< expected_end, seq< at< event, gap, expected_end >, expected_event, gap, expected_end > > > {};
struct expected_after : sor< expected_note, expected_tail > {};

// Ends that take their year, or year and month, from the beginning.
struct later_month : seq< form_start, month_and_day > {};
struct later_day : seq< form_start, signed_day > {};
struct later_numbers : seq< form_start, month, sor< dot, slash, hyphen >, day, number_end > {};
struct later_number : seq< form_start, padded_month, number_end > {};
struct later_year : seq< form_start, short_year, number_end > {};
struct later : sor< later_month, later_day, later_numbers, later_number, later_year > {};

// A range has ended: no further part of a version, an address or another date.
struct closing : not_at< sor< seq< one< '.', '/', '-', ':', '+', '*', '~' >, decimal >, seq< one< '-', '/', '_' >, alpha > > > {};

struct first_date : seq< ranged_date > {};
struct last_date : seq< ranged_date > {};
struct onward : seq< gap, sor< seq< any_word< "起", "以来", "以來", "以降" >, not_at< han > >, any_name< "onwards", "onward" > > > {};
struct open_tail : seq< gap, dashes, at< gap, field_end > > {};
// 2022.09 - 预计2026.06
struct expected_last : seq< expected_before, last_date > {};
struct last : sor< now, seq< sor< last_date, seq< at< expected_last >, expected_last >, later >, opt< gap, until_mark >, opt< gap, last_event > > > {};
// In 2020.03. ~ 2021.05. the dots belong to the dates, as in Korea.
struct dotted_last : seq< dot, joiner, last, opt< dot, not_at< decimal > > > {};
struct joined_tail : seq< opt< gap, sor< event, word< "起" > > >, sor< dotted_last, seq< joiner, last > > > {};
struct tail : sor< joined_tail, onward, open_tail > {};
struct plain_range : seq< range_start, first_date, tail, closing > {};

// since 2019; from 2019.03 to 2020.06; 自2019年3月起.
struct since_word : seq< any_name< "since" >, some_gap > {};
struct since_range : seq< range_start, since_word, first_date, closing > {};
struct from_word : sor< seq< any_name< "from", "since" >, some_gap >, seq< any_word< "自从", "自從", "自", "从", "從" >, gap > > {};
struct from_range : seq< from_word, plain_range > {};

// 2020年3-6月; Jun – Aug 2021.
struct span_month : seq< month > {};
struct span_end : seq< signed_month > {};
struct month_span : seq< range_start, form_start, written_year, gap, year_sign, gap, span_month, gap, dashes, gap, span_end, closing > {};
struct lone_month : seq< form_start, month_word > {};
struct shared_year : seq< range_start, lone_month, sor< seq< gap, dashes, gap >, seq< some_gap, english_joiner, some_gap > >, last_date, closing > {};

// 202008-202112, 20200801-20210331, 202008-至今.
struct compact_first : sor< compact_month, compact_day > {};
struct compact_last : sor< compact_month, compact_day > {};
struct compact_range : seq< range_start, compact_first, gap, sor< dashes, han_joiner >, gap, sor< now, compact_last >, closing > {};

// 99年9月～103年6月: the end tells the beginning's era.
struct minguo_short_date : seq< form_start, minguo_short_year, gap, year_sign, gap, month_and_day > {};
struct minguo_end : sor< minguo_date, seq< at< any_word< "民國", "民国" > >, han_date > > {};
struct minguo_signed_range : seq< range_start, minguo_short_date, gap, sor< dashes, han_joiner >, gap, minguo_end, closing > {};
// 103/9 - 105/6, 99.09～迄今: years of the Republic in figures alone, which only their place
// tells from versions and prices.
struct minguo_day : seq< sor< dot, slash >, day > {};
struct minguo_figures : seq< month, opt< minguo_day >, number_end > {};
struct minguo_first : seq< form_start, sor< minguo_recent_year, minguo_short_year >, sor< dot, slash >, minguo_figures > {};
struct minguo_last : seq< form_start, minguo_recent_year, sor< dot, slash >, minguo_figures > {};
struct minguo_range : seq< range_start, minguo_first, gap, sor< dashes, han_joiner >, gap, sor< now, minguo_last >, closing > {};

struct range_of_dates : sor< from_range, since_range, minguo_signed_range, plain_range, month_span, shared_year, compact_range, minguo_range > {};

// A single date is not the beginning of a range that could not be read.
struct broken_range : seq< joiner, rep< 4, decimal > > {};
struct lone_date : sor< class_year, date > {};
struct single : seq< range_start, lone_date, not_at< broken_range >, opt< gap, last_event >, closing > {};
struct year_alone : seq< bare_year > {};
struct lone_year : seq< range_start, year_alone > {};

template< class... Dates > struct dated : seq< dated_start, opt< expected_before >, sor< Dates... >, opt< expected_after > > {};

// Text that is no date is skipped by words, so that none is found inside 010-2020-0812, v2020.08,
// ¥2020.08, https://example.com/2020/08/, pp. 1999–2010.
struct token_byte : sor< decimal, alpha, one< '.', '-', '_', '/', '@', '+', '%', '=', '&', '?', '#', '$', '\\' > > {};
struct word_token : seq< sor< alpha, one< '_', '@', '#', '$' > >, star< sor< token_byte, one< '~' >, string< ':', '/', '/' > > > > {};
struct number_token : seq< decimal, star< sor< token_byte, seq< one< ':', ',' >, at< decimal > > > > > {};
struct currency : sor< any_word< "us$", "hk$", "nt$", "$" >, any_name< "rmb", "cny", "usd", "eur", "jpy" >, tao::pegtl::utf8::one< 0xA3, 0xA5, 0x20A9, 0x20AC, 0xFFE5 > > {};
struct number_label : sor< seq< any_name< "pp", "p", "page", "pages", "no", "vol", "rfc", "iso", "gb", "ieee", "issue", "port", "build", "version", "release", "ver", "id" >, opt< one< '.' > > >, any_word< "版本号", "版本", "第", "编号", "編號", "单号", "單號", "工号", "学号", "型号", "端口" > > {};
struct labelled_number : seq< sor< currency, number_label >, gap, opt< sor< one< ':' >, word< "：" > > >, gap, number_token > {};
struct character : seq< any, star< range< '\x80', '\xBF' > > > {};
// First characters of dates and labels: most text is passed over by this look alone.
struct date_ahead : at< sor< decimal, one< '\'', 'A', 'C', 'D', 'E', 'F', 'H', 'J', 'M', 'N', 'O', 'Q', 'R', 'S', 'W', 'a', 'c', 'd', 'e', 'f', 'h', 'j', 'm', 'n', 'o', 'q', 'r', 's', 'w' >, tao::pegtl::utf8::one< 0x2018, 0x2019, U'〇', U'○', U'零', U'一', U'二', U'三', U'四', U'五', U'六', U'七', U'八', U'九', U'令', U'平', U'昭', U'民', U'自', U'从', U'從', U'预', U'預', U'見', U'予', U'예' > > > {};
struct label_ahead : at< sor< alpha, one< '$' >, tao::pegtl::utf8::one< 0xA3, 0xA5, 0x20A9, 0x20AC, 0xFFE5, U'版', U'第', U'编', U'編', U'单', U'單', U'工', U'学', U'型', U'端' > > > {};
struct skipped : sor< seq< label_ahead, labelled_number >, word_token, number_token, character > {};

struct dated_in_text : seq< date_ahead, dated< range_of_dates, single > > {};
struct dates_in_text : star< sor< dated_in_text, skipped > > {};
struct dated_whole : seq< dated< range_of_dates, single, lone_year >, opt< one< '.' > >, eof > {};

// clang-format on

}  // namespace cvtex::grammar::rules
