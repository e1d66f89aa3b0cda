#pragma once

#include "grammar/contacts.hpp"
#include "grammar/rules/dates.hpp"

/// Contact details. Rules check the forms; actions keep the parts, normalise and weigh.
///
/// As with dates, actions also run inside alternatives that fail afterwards: every alternative
/// begins with `contact_start`, which forgets what earlier ones kept. Whatever may fail behind
/// a repetition is bounded, and text that is nothing is skipped by whole words.
namespace cvtex::grammar::rules {

// clang-format off
struct contact_start : tao::pegtl::success {};

// What ends one fact of a line: a bar, a dot between spaces, punctuation, two spaces.
struct field_mark : sor< one< '|', ',', ';', '\n', '\r', '\t' >, tao::pegtl::utf8::one< 0xB7, 0x2022, 0x2502, 0x3000, 0x3001, 0x3002, 0x4E28, 0xFF0C, 0xFF1B, 0xFF5C >, seq< one< ' ' >, one< '/', ' ' > > > {};
struct closing_mark : sor< one< ')', ']', '}', '*', '>' >, tao::pegtl::utf8::one< 0xFF09, 0x3011, 0x300D > > {};
struct field_stop : at< sor< eof, field_mark, closing_mark, seq< gap, sor< eof, field_mark > > > > {};

// Labels.
struct colon_mark : sor< one< ':' >, tao::pegtl::utf8::one< 0xFF1A > > {};
struct note_byte : not_one< '(', ')', '\n' > {};
struct note : seq< gap, sor< seq< one< '(' >, rep_opt< 40, note_byte >, one< ')' > >, seq< word< "（" >, rep_opt< 12, not_at< sor< word< "）" >, one< '\n' > > >, tao::pegtl::utf8::any >, word< "）" > > > > {};
struct colon : seq< opt< note >, gap, colon_mark, gap > {};

struct phone_word : any_word< "联系电话", "聯絡電話", "移动电话", "行動電話", "手机号码", "手機號碼", "手机号", "电话号码", "電話番号", "電話", "电话", "手机", "手機", "携帯電話", "携帯", "전화번호", "전화", "휴대폰", "휴대전화", "연락처", "☎", "📞", "📱", "☏" > {};
struct phone_name : any_name< "telephone", "cellphone", "cell phone", "mobile phone", "mobile", "phone", "cell", "tel", "mob" > {};
struct wechat_word : any_word< "微信号", "微信號", "微信id", "微信", "v信" > {};
struct wechat_name : any_name< "wechat id", "wechat", "weixin", "vx", "wx" > {};
struct phone_label_word : sor< phone_word, seq< phone_name, opt< one< '.' > > > > {};
struct phone_label : seq< phone_label_word, opt< gap, one< '/', '&' >, gap, sor< wechat_word, wechat_name, phone_label_word > > > {};
struct wechat_label : seq< sor< wechat_word, wechat_name >, opt< gap, one< '/' >, gap, any_word< "qq", "手机", "电话" > > > {};
struct qq_label : seq< any_word< "qq", "扣扣" >, opt< gap, any_word< "号码", "號碼", "号", "號" > >, not_at< any_word< "群", "邮箱", "郵箱", "mail", "空间", "空間" > >, opt< gap, one< '/' >, gap, sor< wechat_word, wechat_name, phone_word > > > {};
struct email_label : sor< any_word< "电子邮箱", "電子郵箱", "电子邮件", "電子郵件", "邮箱地址", "qq邮箱", "邮箱", "郵箱", "邮件", "郵件", "信箱", "メールアドレス", "メール", "이메일", "✉️", "✉", "📧" >, any_name< "e-mail", "email", "mail" > > {};
struct site_label : sor< any_word< "个人博客", "個人部落格", "技术博客", "个人网站", "個人網站", "个人主页", "個人主頁", "博客地址", "博客", "部落格", "网站", "網站", "主页", "主頁", "个人站点", "作品集", "ブログ", "ポートフォリオ", "블로그", "홈페이지", "🌐", "🔗" >, any_name< "homepage", "home page", "personal site", "personal website", "website", "portfolio", "blog", "web", "url" > > {};
struct birth_label : sor< any_word< "出生年月日", "出生年月", "出生日期", "出生于", "出生於", "出生", "生年月日", "生日", "生于", "生於", "생년월일", "생일" >, any_name< "date of birth", "birth date", "birthdate", "birthday", "dob", "born on", "born in", "born" > > {};
struct location_label : sor< any_word< "现居住地", "現居住地", "现居城市", "现居地", "现居", "現居", "居住地", "居住城市", "所在城市", "所在地区", "所在地", "现所在地", "常住地", "常驻地", "常驻", "通讯地址", "通信地址", "联系地址", "家庭住址", "城市", "住址", "地址", "現住所", "住所", "거주지", "주소", "📍", "🏠" >, any_name< "location", "based in", "address", "city", "residence" > > {};
struct base_name : any_name< "base" > {};
struct dwelling_verb : any_word< "现居住于", "现居住在", "现居于", "现居", "現居", "现住", "常驻" > {};

// Telephone numbers: groups of digits with one space or dash between them.
struct phone_dash : sor< one< '-' >, tao::pegtl::utf8::one< 0x2010, 0x2011, 0x2012, 0x2013, 0xFF0D > > {};
struct phone_mark : sor< space, phone_dash > {};
struct left_bracket : sor< one< '(' >, word< "（" > > {};
struct right_bracket : sor< one< ')' >, word< "）" > > {};
struct plus_sign : sor< one< '+' >, word< "＋" > > {};
// No part of a longer number, an address, a quantity.
// Two mobile numbers may stand with a slash between them.
struct mobile_digits;
struct number_stop : not_at< sor< decimal, alpha, one< '_', '@' >, seq< not_at< one< '/' >, mobile_digits >, one< '.', '-', '/', ':', '+' >, decimal >, seq< gap, sor< lone_counter, counted_noun > > > > {};
template< unsigned... Sizes > struct grouped : tao::pegtl::failure {};
template< unsigned Size > struct grouped< Size > : rep< Size, decimal > {};
template< unsigned Size, unsigned... More > struct grouped< Size, More... > : seq< rep< Size, decimal >, phone_mark, grouped< More... > > {};

struct china_code : sor< seq< left_bracket, figure< '8' >, figure< '6' >, right_bracket >, seq< opt< left_bracket >, sor< seq< plus_sign, figure< '8' >, figure< '6' > >, seq< figure< '0' >, figure< '0' >, figure< '8' >, figure< '6' > > >, opt< right_bracket > >, seq< figure< '8' >, figure< '6' >, at< phone_mark > > > {};
struct mobile_digits : seq< at< figure< '1' >, figure< '3', '9' > >, sor< grouped< 3, 4, 4 >, grouped< 3, 3, 5 >, grouped< 11 > > > {};
struct coded_mobile : seq< china_code, opt< phone_mark >, mobile_digits, number_stop > {};
struct plain_mobile : seq< mobile_digits, number_stop > {};
struct mobile : sor< coded_mobile, plain_mobile > {};

struct extension_word : sor< any_word< "转", "轉", "内线", "分机", "分機" >, seq< any_name< "ext", "extension" >, opt< one< '.' > > >, one< '#' > > {};
struct extension : seq< gap, extension_word, gap, rep_min_max< 1, 6, decimal > > {};
struct area_code : sor< seq< figure< '0' >, figure< '1' >, figure< '0' > >, seq< figure< '0' >, figure< '2' >, decimal >, seq< figure< '0' >, figure< '3', '9' >, decimal, decimal > > {};
struct area_prefix : sor< seq< left_bracket, area_code, right_bracket, gap >, seq< area_code, phone_mark > > {};
struct china_telephone : seq< area_prefix, sor< grouped< 4, 4 >, grouped< 3, 4 >, grouped< 8 >, grouped< 7 > >, opt< extension >, number_stop > {};
struct hot_line : seq< at< figure< '4', '8' >, figure< '0' >, figure< '0' > >, sor< grouped< 3, 3, 4 >, grouped< 3, 4, 3 > >, number_stop > {};
// Taiwan 0912-000-000, Japan 03-0000-0000 and 0120-000-000, Korea 02-000-0000.
struct trunk : seq< figure< '0' >, figure< '1', '9' >, rep_opt< 2, decimal > > {};
struct trunk_prefix : sor< seq< left_bracket, trunk, right_bracket, gap >, seq< trunk, phone_dash > > {};
struct taiwan_mobile : seq< at< figure< '0' >, figure< '9' > >, grouped< 4, 3, 3 >, number_stop > {};
struct local_number : seq< rep_min_max< 2, 4, decimal >, phone_dash, rep_min_max< 3, 4, decimal > > {};
struct domestic : seq< trunk_prefix, local_number, opt< extension >, number_stop > {};
struct american : seq< sor< seq< one< '(' >, rep< 3, decimal >, one< ')' >, gap >, seq< rep< 3, decimal >, phone_dash > >, rep< 3, decimal >, phone_dash, rep< 4, decimal >, number_stop > {};
struct bracketed_american : seq< at< one< '(' > >, american > {};

// Country codes (ITU E.164): 1 with an area code, 7, and those of two and three digits.
struct country_code : sor< seq< figure< '1' >, at< rep_opt< 2, sor< phone_mark, one< '(' > > >, figure< '2', '9' > > >, figure< '7' >, seq< figure< '2' >, figure< '0' > >, seq< figure< '2' >, figure< '7' > >, seq< figure< '2' >, decimal, decimal >, seq< figure< '3' >, sor< figure< '0', '4' >, figure< '6' >, figure< '9' > > >, seq< figure< '3' >, decimal, decimal >, seq< figure< '4' >, figure< '2' >, decimal >, seq< figure< '4' >, decimal >, seq< figure< '5' >, figure< '1', '8' > >, seq< figure< '5' >, decimal, decimal >, seq< figure< '6' >, figure< '0', '6' > >, seq< figure< '6' >, decimal, decimal >, seq< figure< '8' >, sor< figure< '1', '2' >, figure< '4' >, figure< '6' > > >, seq< figure< '8' >, decimal, decimal >, seq< figure< '9' >, sor< figure< '0', '5' >, figure< '8' > > >, seq< figure< '9' >, decimal, decimal > > {};
struct trunk_zero : seq< one< '(' >, figure< '0' >, one< ')' > > {};
struct bracketed_digits : seq< one< '(' >, rep_min_max< 1, 5, decimal >, one< ')' > > {};
struct phone_digits : rep_min_max< 1, 14, decimal > {};
struct phone_group : seq< opt< sor< phone_mark, one< '.' > > >, sor< trunk_zero, bracketed_digits, phone_digits > > {};
struct international : seq< opt< left_bracket >, plus_sign, opt< space >, country_code, opt< right_bracket >, rep_min_max< 1, 6, phone_group >, opt< extension >, number_stop > {};
// After a label with a colon: any digits in groups.
struct any_number : seq< opt< plus_sign >, opt< bracketed_digits >, opt< space >, phone_digits, rep_opt< 6, phone_group >, opt< extension >, not_at< sor< decimal, alpha, one< '@' > > > > {};

struct telephone : sor< international, china_telephone, taiwan_mobile, hot_line, domestic, bracketed_american > {};
struct labelled_telephone : sor< telephone, american > {};
struct labelled_phone : sor<
    seq< contact_start, phone_label, sor< colon, gap >, mobile >,
    seq< contact_start, phone_label, sor< colon, gap >, labelled_telephone >,
    seq< contact_start, phone_label, colon, any_number > > {};
struct phone : seq< contact_start, sor< mobile, telephone, american > > {};

// E-mail addresses. Neither git@host:path nor package@1.2.3 nor image@2x.png is one.
struct mail_byte : sor< alnum, one< '.', '_', '+', '-', '%' > > {};
struct mail_name : seq< not_at< any_word< "git@" > >, alnum, rep_opt< 63, mail_byte > > {};
struct mail_at : sor< one< '@' >, word< "＠" > > {};
struct name_byte : sor< alnum, one< '-' > > {};
struct name_label : seq< alnum, rep_opt< 62, name_byte > > {};
struct name_dot : seq< one< '.' >, at< alnum > > {};
struct top_level : seq< rep_min_max< 2, 24, alpha >, not_at< name_byte > > {};
struct host_name : seq< rep_min_max< 1, 8, seq< name_label, name_dot > >, top_level > {};
struct file_name : seq< rep_min_max< 1, 8, seq< name_label, name_dot > >, any_name< "png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "js", "ts", "css", "html", "json", "yaml", "yml", "xml", "txt", "conf", "service", "min" > > {};
struct mail_address : seq< mail_name, mail_at, not_at< file_name >, host_name, not_at< sor< one< '@', '_' >, seq< colon_mark, alnum >, seq< one< '.' >, alnum > > > > {};
struct mailto : word< "mailto:" > {};
struct labelled_email : seq< contact_start, email_label, sor< colon, gap >, opt< mailto >, mail_address > {};
struct email : seq< contact_start, opt< mailto >, mail_address > {};

// Addresses on the web. A profile is an address that names a person; other pages of the same
// sites are projects and articles.
struct web_scheme : sor< word< "https://" >, word< "http://" > > {};
struct url_mark : one< '"', '\'', '<', '>', '`', '{', '}', '|', '\\', '^', ',', ';' > {};
struct url_text : star< not_at< url_mark >, range< '!', '~' > > {};
struct trailing_marks : rep_opt< 4, one< '.', '!', '?', ')', ']', '*', ':' > > {};
// The address goes no further than its person's name: a slash at most, a query, a fragment.
struct query : seq< one< '?', '#' >, url_text > {};
struct profile_end : seq< opt< one< '/' > >, opt< query >, not_at< trailing_marks, sor< alnum, one< '/', '-', '_', '%' > > > > {};
struct handle_byte : sor< alnum, one< '-', '_' >, name_dot, seq< one< '%' >, xdigit, xdigit > > {};
struct handle : seq< sor< alnum, one< '%' > >, rep_opt< 63, handle_byte > > {};
struct site_page : any_name< "about", "features", "explore", "topics", "orgs", "organizations", "marketplace", "pricing", "login", "signup", "search", "settings", "trending", "sponsors", "help", "users", "groups", "projects", "enterprises" > {};
template< ContactKind Kind, class Host, class Folder > struct profile : seq< opt< word< "www." > >, Host, Folder, handle > {};
struct site_root : seq< one< '/' >, not_at< site_page > > {};
struct any_profile : sor<
    profile< ContactKind::GitHub, word< "github.com" >, site_root >,
    profile< ContactKind::GitLab, word< "gitlab.com" >, site_root >,
    profile< ContactKind::Gitee, word< "gitee.com" >, site_root >,
    profile< ContactKind::Zhihu, word< "zhihu.com" >, word< "/people/" > >,
    profile< ContactKind::Juejin, any_word< "juejin.cn", "juejin.im" >, word< "/user/" > >,
    profile< ContactKind::LinkedIn, seq< opt< alpha, alpha, one< '.' > >, word< "linkedin.com" > >, any_word< "/in/", "/pub/" > > > {};
struct profile_address : seq< opt< web_scheme >, any_profile, profile_end > {};

template< ContactKind Kind, literal... Names > struct site : seq< rep_opt< 3, not_at< word< Names >... >, name_label, name_dot >, any_name< Names... > > {};
struct known_site : sor< site< ContactKind::GitHub, "github.com" >, site< ContactKind::GitLab, "gitlab.com" >, site< ContactKind::Gitee, "gitee.com" >, site< ContactKind::Zhihu, "zhihu.com" >, site< ContactKind::Juejin, "juejin.cn" >, site< ContactKind::Juejin, "juejin.im" >, site< ContactKind::LinkedIn, "linkedin.com" > > {};
struct known_page : seq< opt< web_scheme >, known_site, url_text > {};
struct page_host : any_name< "github.io", "gitee.io", "gitlab.io", "vercel.app", "netlify.app", "pages.dev", "wordpress.com", "notion.site" > {};
struct user_page_site : seq< not_at< page_host >, name_label, name_dot, page_host > {};
struct blog_site : seq< word< "blog." >, host_name > {};
struct www_site : seq< word< "www." >, host_name > {};
struct page_tail : seq< opt< one< ':' >, rep_min_max< 1, 5, digit > >, opt< at< one< '/', '?', '#' > >, url_text > > {};
struct user_page : seq< opt< web_scheme >, user_page_site, page_tail > {};
struct blog_page : seq< opt< web_scheme >, blog_site, page_tail > {};
struct other_page : seq< sor< seq< web_scheme, host_name >, www_site >, page_tail > {};
struct named_page : seq< opt< web_scheme >, host_name, page_tail > {};

struct profile_label : any_name< "github", "gitlab", "gitee", "linkedin" > {};
struct site_name_label : sor< any_word< "知乎", "掘金", "码云", "领英" >, profile_label > {};
struct any_site_label : seq< sor< site_label, site_name_label >, opt< gap, any_word< "主页", "地址", "账号", "博客", "首页", "profile" > > > {};
// `GitHub: someone` names the profile alone.
template< ContactKind Kind, literal... Names > struct handle_of : seq< any_name< Names... >, opt< gap, any_word< "主页", "地址", "账号" > >, colon > {};
struct any_handle_label : sor< handle_of< ContactKind::GitHub, "github" >, handle_of< ContactKind::GitLab, "gitlab" >, handle_of< ContactKind::Gitee, "gitee" >, handle_of< ContactKind::LinkedIn, "linkedin" > > {};
struct lone_handle : seq< alpha, rep_opt< 38, sor< alnum, one< '-', '_' > > > > {};
struct handle_contact : seq< contact_start, any_handle_label, not_at< host_name >, opt< one< '@' > >, not_at< site_page >, lone_handle, field_stop > {};
struct labelled_site : sor<
    seq< contact_start, any_site_label, sor< colon, gap >, profile_address >,
    seq< contact_start, any_site_label, sor< colon, gap >, sor< known_page, user_page, blog_page > >,
    seq< contact_start, any_site_label, colon, not_at< mail_name, mail_at >, not_at< file_name >, named_page >,
    handle_contact > {};
// Ordinary words are no addresses: one look for all the alternatives.
struct address_ahead : at< sor< web_scheme, seq< name_label, name_dot > > > {};
struct web_address : seq< address_ahead, contact_start, sor< profile_address, known_page, user_page, blog_page, other_page > > {};

// WeChat ids: 6 to 20 letters, digits, _ and -, a letter first.
struct id_byte : sor< alnum, one< '_', '-' > > {};
struct id_text : seq< alpha, rep_min_max< 5, 19, id_byte >, not_at< sor< id_byte, one< '@', '.' > > > > {};
struct marked_id : seq< at< rep_min_max< 1, 20, alpha >, sor< digit, one< '_', '-' > > >, id_text > {};
struct digit_id : seq< at< rep_min_max< 1, 20, sor< alpha, one< '_' > > >, digit >, id_text > {};
struct plain_id : seq< id_text, field_stop > {};
struct sentence_id : seq< digit_id > {};
struct wechat_number : seq< plain_mobile > {};
struct labelled_wechat : sor<
    seq< contact_start, wechat_label, sor< colon, gap >, wechat_number >,
    seq< contact_start, wechat_label, colon, sor< marked_id, plain_id > >,
    seq< contact_start, wechat_label, some_gap, sentence_id > > {};

struct qq_number : seq< figure< '1', '9' >, rep_min_max< 4, 11, decimal >, number_stop > {};
struct labelled_qq : sor< seq< contact_start, qq_label, colon, qq_number >, seq< contact_start, qq_label, gap, qq_number > > {};

// Dates of birth; a date that is a whole field may be one.
struct birth_sign : seq< gap, any_word< "出生", "生まれ", "生", "출생", "생" >, not_at< han > > {};
struct birth_date : seq< sor< date, bare_year >, closing > {};
struct lone_birth : seq< sor< ordered_date, han_date >, field_stop > {};
struct labelled_birth : seq< contact_start, birth_label, sor< colon, gap >, birth_date > {};
struct birth : seq< contact_start, birth_date, birth_sign > {};
struct lone_birth_contact : seq< contact_start, lone_birth > {};

// Where the person lives.
struct place_character : seq< not_at< sor< field_mark, closing_mark, one< '<', '@' > > >, tao::pegtl::utf8::not_one< ':', 0xFF1A > > {};
// Hangzhou, China: in English the comma belongs to the place.
struct region : seq< string< ',', ' ' >, at< range< 'A', 'Z' > >, rep_min_max< 2, 30, sor< alpha, one< ' ', '.', '-' > > >, field_stop > {};
struct place : seq< sor< han, alpha, at< tao::pegtl::utf8::range< 0xAC00, 0xD7A3 > > >, rep_opt< 40, place_character >, rep_opt< 2, region >, field_stop > {};
struct short_place : seq< rep_min_max< 2, 12, han >, field_stop > {};
struct location_contact : sor<
    seq< contact_start, location_label, colon, not_at< sor< web_scheme, host_name > >, place >,
    seq< contact_start, dwelling_verb, gap, short_place >,
    seq< contact_start, base_name, sor< colon, gap >, short_place > > {};

// Numbers that their label calls something else.
struct id_label : sor< any_word< "订单编号", "订单号", "訂單編號", "单号", "單號", "编号", "編號", "学号", "學號", "工号", "账号", "帐号", "帳號", "卡号", "证号", "證號", "身份证", "身分證", "专利号", "备案号", "流水号", "邮编", "郵編", "qq群", "群号", "版本号", "传真", "傳真" >, seq< any_name< "order number", "order no", "order id", "order", "no", "id", "uid", "isbn", "issn", "serial", "ticket", "invoice", "patent", "sku", "ref", "pmid", "pid", "imei", "qps", "tps", "pv", "uv", "zip", "version", "fax" >, opt< one< '.', '#' > > > > {};
struct identified : seq< id_label, sor< colon, gap >, number_token > {};
struct priced : seq< currency, gap, number_token > {};
struct bank_card : seq< rep_min_max< 3, 5, seq< decimal, decimal, decimal, decimal, one< ' ', '-' > > >, rep_min_max< 1, 4, decimal > > {};

// What may begin with which character: most text is passed over by this look alone.
struct number_ahead : at< opt< left_bracket >, opt< plus_sign >, decimal > {};
struct han_ahead : at< tao::pegtl::utf8::one< U'一', U'二', U'联', U'聯', U'移', U'行', U'手', U'电', U'電', U'携', U'微', U'邮', U'郵', U'信', U'扣', U'出', U'生', U'个', U'個', U'技', U'博', U'部', U'网', U'網', U'主', U'作', U'知', U'掘', U'码', U'领', U'订', U'訂', U'单', U'單', U'编', U'編', U'学', U'學', U'工', U'账', U'帐', U'帳', U'卡', U'证', U'證', U'身', U'专', U'备', U'流', U'群', U'版', U'传', U'傳', U'民', U'令', U'平', U'昭', U'メ', U'ブ', U'ポ', U'전', U'휴', U'연', U'이', U'블', U'홈', U'생', U'☎', U'☏', U'✉', U'\U0001F4DE', U'\U0001F4F1', U'\U0001F4E7', U'\U0001F310', U'\U0001F517' > > {};
struct labelled : sor< identified, labelled_email, labelled_phone, labelled_wechat, labelled_qq, labelled_site, labelled_birth > {};
struct contact : sor<
    seq< number_ahead, sor< bank_card, email, phone, birth, web_address > >,
    seq< at< alpha >, sor< labelled, email, web_address > >,
    seq< han_ahead, sor< labelled, birth > > > {};
// Labels of a place count at the start of a run of Han characters only: no 项目地址, 期望城市.
struct han_run : seq< han, star< not_at< contact >, han > > {};
struct next_field : seq< sor< field_mark, left_bracket >, gap, opt< lone_birth_contact > > {};
struct contacts_in_text : seq< gap, opt< lone_birth_contact >, star< sor< location_contact, contact, priced, next_field, word_token, number_token, han_run, character > > > {};

// clang-format on

}  // namespace cvtex::grammar::rules
