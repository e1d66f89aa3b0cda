#include "grammar/contacts.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/catch.hpp"

using namespace cvtex::grammar;

namespace {

struct Row {
    std::string_view text;
    std::string_view expected;
};

/// Every detail as `kind value`, `?` after those below the threshold.
std::string shown(std::string_view text) {
    static constexpr std::string_view kKinds[] = {
        "mobile", "telephone", "email",   "github", "gitlab", "gitee", "zhihu",
        "juejin", "linkedin",  "website", "wechat", "qq",     "birth", "place"};
    std::string result;
    for (const Contact& contact : find_contacts(text)) {
        if (!result.empty()) result += " | ";
        result.append(kKinds[static_cast<std::size_t>(contact.kind)]) += ' ';
        result += contact.value;
        if (contact.confidence < kContactConfidence) result += " ?";
    }
    return result;
}

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(shown(row.text) == row.expected);
    }
}

}  // namespace

// clang-format off
TEST_CASE("mobile numbers of mainland China") {
    for (const char* text : {
             "13800000000", "138-0000-0000", "138 0000 0000", "138 000 00000", "+86 138 0000 0000", "(+86) 138-0000-0000",
             "（+86）13800000000", "+86-13800000000", "0086 13800000000", "86-138-0000-0000", "１３８－００００－００００",
             "＋８６　１３８００００００００", "电话：138 0000 0000", "手机:13800000000", "手机号 13800000000", "电话13800000000",
             "联系电话（微信同号）：138-0000-0000", "手机/微信：13800000000", "Tel: 138-0000-0000", "M: 13800000000",
             "Mobile 138 0000 0000", "mobile: (86) 138 0000 0000", "+8613800000000", "008613800000000", "Tel.: +86-138-0000-0000", "📱 138-0000-0000", "杭州 | 138 0000 0000 | 本科", "张三13800000000男", "138-0000-0000（微信同号）",
         }) {
        INFO(text);
        CHECK(shown(text) == "mobile 13800000000");
    }
}

TEST_CASE("other telephone numbers") {
    check({
        {"010-00000000", "telephone 01000000000"},       {"(021) 0000-0000", "telephone 02100000000"},
        {"0571-0000000转8001", "telephone 05710000000;ext=8001"}, {"010-0000-0000 ext. 12", "telephone 01000000000;ext=12"},
        {"+86 10 0000 0000", "telephone +861000000000"}, {"+852 0000 0000", "telephone +85200000000"},
        {"+886 912 000 000", "telephone +886912000000"}, {"+886-2-0000-0000", "telephone +886200000000"},
        {"0912-000-000", "telephone 0912000000"},        {"0912 000 000", "telephone 0912000000"},
        {"(02) 0000-0000", "telephone 0200000000"},      {"03-0000-0000", "telephone 0300000000"},
        {"090-0000-0000", "telephone 09000000000"},      {"+81 90-0000-0000", "telephone +819000000000"},
        {"+82 10-0000-0000", "telephone +821000000000"}, {"010-0000-0000", "telephone 01000000000"},
        {"+1 (555) 010-0000", "telephone +15550100000"}, {"(555) 010-0000", "telephone 5550100000"},
        {"+44 (0)20 0000 0000", "telephone +442000000000"}, {"+44.20.0000.0000", "telephone +442000000000"},
        {"555-010-0000", "telephone 5550100000 ?"},      {"Phone: 555-010-0000", "telephone 5550100000"},
        {"电话：0000 0000", "telephone 00000000"},       {"400-000-0000", "telephone 4000000000"},
        {"電話：02-0000-0000", "telephone 0200000000"},  {"연락처: 010-0000-0000", "telephone 01000000000"},
    });
}

TEST_CASE("e-mail addresses") {
    check({
        {"someone@example.com", "email someone@example.com"},
        {"邮箱：Some.One+cv@Example.COM", "email Some.One+cv@example.com"},
        {"邮箱someone@example.com，", "email someone@example.com"},
        {"email a_b@mail.example.com.cn.", "email a_b@mail.example.com.cn"},
        {"E-mail: 100@example.org", "email 100@example.org"},
        {"name＠example.com", "email name@example.com"},
        {"<mailto:a@example.org>", "email a@example.org"},
        {"QQ: 10000@example.com", "email 10000@example.com"},
        {"13800000000@example.com", "email 13800000000@example.com"},
        {"*a-b@example.com*", "email a-b@example.com"},
    });
}

TEST_CASE("profiles and sites") {
    check({
        {"github.com/some-one", "github https://github.com/some-one"},
        {"http://www.github.com/some-one/", "github https://github.com/some-one"},
        {"GitHub: https://github.com/some_one?tab=repositories", "github https://github.com/some_one"},
        {"(github.com/someone)", "github https://github.com/someone"},
        {"https://github.com/someone。", "github https://github.com/someone"},
        {"GitHub：someone", "github https://github.com/someone"},
        {"Github: @some-one | Go", "github https://github.com/some-one"},
        {"LinkedIn: someone", "linkedin https://www.linkedin.com/in/someone"},
        {"gitlab.com/some.one", "gitlab https://gitlab.com/some.one"},
        {"码云：https://gitee.com/someone", "gitee https://gitee.com/someone"},
        {"https://www.zhihu.com/people/some-one-12", "zhihu https://www.zhihu.com/people/some-one-12"},
        {"掘金：juejin.cn/user/1234567890", "juejin https://juejin.cn/user/1234567890"},
        {"https://cn.linkedin.com/in/some-one-000/", "linkedin https://www.linkedin.com/in/some-one-000"},
        {"linkedin.com/in/%E6%9E%97", "linkedin https://www.linkedin.com/in/%E6%9E%97"},
        {"博客：https://example.com/me", "website https://example.com/me"},
        {"个人网站：example.com", "website https://example.com"},
        {"Blog: blog.example.com/", "website https://blog.example.com/"},
        {"blog.example.com", "website https://blog.example.com"},
        {"www.example.com | a@example.com", "website https://www.example.com | email a@example.com"},
        {"someone.github.io", "website https://someone.github.io"},
        {"https://example.com | a@example.com", "website https://example.com | email a@example.com"},
        // Projects and articles are no contact details.
        {"https://example.com", "website https://example.com ?"}, {"www.example.com", "website https://www.example.com ?"},
        {"https://example.com/a/b(c).", "website https://example.com/a/b(c) ?"},
        {"github.com/someone/project", "github https://github.com/someone/project ?"},
        {"GitHub：https://github.com/someone/project", "github https://github.com/someone/project ?"},
        {"https://github.com/topics/pdf", "github https://github.com/topics/pdf ?"},
        {"https://zhuanlan.zhihu.com/p/1", "zhihu https://zhuanlan.zhihu.com/p/1 ?"},
        {"https://juejin.cn/post/1", "juejin https://juejin.cn/post/1 ?"},
        {"https://www.linkedin.com/company/example", "linkedin https://www.linkedin.com/company/example ?"},
        {"someone.github.io/posts/1", "website https://someone.github.io/posts/1 ?"},
    });
}

TEST_CASE("WeChat and QQ") {
    check({
        {"微信：abc_123", "wechat abc_123"},          {"WeChat: some-one", "wechat some-one"},
        {"微信号:wxid_abc000", "wechat wxid_abc000"}, {"微信：someone | Go", "wechat someone"},
        {"wx:someone1", "wechat someone1"},           {"VX：abc123", "wechat abc123"},
        {"微信：13800000000", "wechat 13800000000"},  {"请加微信：abc_123", "wechat abc_123"},
        {"微信 abc123", "wechat abc123 ?"},           {"QQ：123456789", "qq 123456789"},
        {"QQ 123456789", "qq 123456789"},             {"QQ号: 10000", "qq 10000"},
        {"QQ123456789", "qq 123456789"},              {"qq 号：1234567890", "qq 1234567890"},
        {"QQ/微信：1234567890", "qq 1234567890"},     {"微信ID：someone1", "wechat someone1"},
        {"WeChat/Phone: 13800000000", "mobile 13800000000"}, {"v信：abc123", "wechat abc123"},
    });
}

TEST_CASE("birth and place") {
    check({
        {"出生年月：1999.02", "birth 1999-02"},      {"生日 1999-02-03", "birth 1999-02-03"},
        {"1999年2月生", "birth 1999-02"},            {"1999 年出生", "birth 1999"},
        {"生于1999年2月", "birth 1999-02"},          {"Date of birth: Feb 3, 1999", "birth 1999-02-03"},
        {"民國88年2月生", "birth 1999-02"}, {"平成11年2月3日生", "birth 1999-02-03"},
        {"1999년생", "birth 1999"}, {"1999년 2월생", "birth 1999-02"},
        {"生年月日：平成11年2月3日", "birth 1999-02-03"}, {"생년월일: 1999.02.03", "birth 1999-02-03"},
        {"1999-02 | a@example.com", "birth 1999-02 | email a@example.com"},
        {"男 | 1999年2月 | 138-0000-0000", "birth 1999-02 | mobile 13800000000"},
        {"1999-02", "birth 1999-02 ?"},              {"出生：2030-02", "birth 2030-02 ?"},
        {"现居：杭州", "place 杭州"},                {"现居杭州 | 男", "place 杭州"},
        {"所在地：浙江 杭州 | 男", "place 浙江 杭州"}, {"Location: Hangzhou, China", "place Hangzhou, China"},
        {"base 杭州", "place 杭州"},                 {"住所：東京都千代田区", "place 東京都千代田区"},
    });
}

TEST_CASE("whole heads of résumés") {
    check({
        {"138-0000-0000 | someone@example.com | github.com/someone | 微信：some_one | 现居：杭州",
         "mobile 13800000000 | email someone@example.com | github https://github.com/someone | wechat some_one | place 杭州"},
        {"电话:138-0000-0000邮箱:a@example.com微信:abc_123", "mobile 13800000000 | email a@example.com | wechat abc_123"},
        {"13800000000/13900000000", "mobile 13800000000 | mobile 13900000000"},
        {"13800000000、13900000000", "mobile 13800000000 | mobile 13900000000"},
        {"138-0000-0000/a@example.com", "mobile 13800000000 | email a@example.com"},
        {"📧 a@example.com · 📱 138-0000-0000 · 🌐 example.com", "email a@example.com | mobile 13800000000"},
        {"电话：138 0000 0000\n邮箱：a@example.com\n博客：https://blog.example.com",
         "mobile 13800000000 | email a@example.com | website https://blog.example.com"},
    });
}

TEST_CASE("near misses") {
    for (const char* text : {
             "", "订单号：13800000000", "order no. 13800000000", "学号 13800000000", "1380000000000", "23800000000",
             "12000000000", "138000000000", "a13800000000", "13800000000a", "138.0000.0000", "13800000000 元", "20200812",
             "￥13800000000", "$ 13800000000", "RMB 13800000000", "2020-08-12", "2020.08 - 2021.03", "192.168.0.1", "138.0.0.1", "v1.2.3", "6222 0571 0000 0000", "1000-0000",
             "00000000-0000-0000", "110101199902030000", "ISBN 978-7-111-00000-0", "ISSN 1000-0000", "+10", "+08:00",
             "C++11 12345678", "增长 +200 000", "10:30", "传真：0571-00000000", "ZL 2020 1 0000000.0",
             "QPS 13800000000", "pid 13800000000", "13800000000/2", "13800000000-1", "0.13800000000", "0x13800000000", "#13800000000",
             "id=13800000000", "138****0000", "138-xxxx-xxxx", "138000 00000 行", "¥138,000,000", "13.8亿", "1380万", "3.1415926535",
             "工号：13800000000", "快递单号 SF1380000000000", "身份证：11010119990203000X", "邮政编码 310000", "〒100-0001", "310000",
             "CVE-2020-13800", "PR #12345678", "RFC 7231", "GB/T 15834-2011", "arXiv:2001.00001", "DOI 10.1000/182", "PMID 13800000",
             "10.0.0.1:8080", "255.255.255.0", "::1", "16:9", "1/2", "99.99%", "95588", "12306", "1 2 3 4 5 6 7 8", "20200801-20210331",
             "@vue/cli@4.5.0", "lodash@4.17.21", "user@", "a.b@c", "a#example.com", "a [at] example.com", "zs@1.2.3.4", "zs@-example.com",
             "ssh://git@github.com/a/b", "https://user@example.com/", "resume.pdf", "main.go", "设计.docx", "知乎：某某", "GitHub someone",
             "微信同号", "微信支付 3.0", "QQ2021版", "QQ群123456789", "Q:123456", "民国时期的生活", "年龄：25", "25岁",
             "@someone", "@app.route", "@Component", "git@github.com:someone/project.git", "react@18.2.0", "image@2x.png",
             "user@host", "a@b", "a@@example.com", "Node.js", "ASP.NET", "main.cpp", "spring.io", "http://", "https://localhost",
             "GitHub: 1.2k stars", "GitHub：Star 300+", "微信：小程序开发", "微信 WebView", "WeChat Pay", "WeChat: integrated payments",
             "微信公众号：abc_123", "微信：abc", "QQ群：123456", "QQ音乐 100000 首", "QQ：1234", "qq 2020",
             "项目地址：杭州", "期望城市：上海", "Base: React", "生日提醒", "2020年8月", "出生在西北",
         }) {
        INFO(text);
        CHECK(shown(text) == "");
    }
}

// clang-format on

TEST_CASE("places of the detail and of its label") {
    const std::string_view text = "· 电话（微信同号）：138-0000-0000 ·";
    const Contact contact = find_contacts(text).at(0);
    CHECK(text.substr(contact.begin, contact.end - contact.begin) == "138-0000-0000");
    CHECK(text.substr(contact.label_begin, contact.begin - contact.label_begin) ==
          "电话（微信同号）：");
    CHECK(find_contacts("138-0000-0000").at(0).label_begin == 0);
}

TEST_CASE("labels raise the confidence") {
    CHECK(find_contacts("13800000000").at(0).confidence <
          find_contacts("手机：13800000000").at(0).confidence);
    CHECK(find_contacts("QQ 123456789").at(0).confidence <
          find_contacts("QQ：123456789").at(0).confidence);
    CHECK(find_contacts("github.com/someone").at(0).confidence >= 90);
}

TEST_CASE("no head is too long or too odd") {
    for (const char* piece :
         {"1",           "138 ",        "+86 ",    "+",        "(",         "()",
          "a@",          "a@b.",        "a.",      "@a",       "-",         "微信：",
          "电话",        "电话（",      "现居：",  "出生：",   "QQ：1",     "https://",
          "https://a/(", "github.com/", "博客：a", "2020-",    "一二",      "0571-",
          " ",           "|",           "\xFF",    "\xEF\xBC", "GitHub: a", "138-0000-0000 "}) {
        std::string text;
        while (text.size() < 40'000) text += piece;
        std::uint32_t last = 0;
        for (const Contact& contact : find_contacts(text)) {
            REQUIRE(contact.label_begin >= last);
            REQUIRE(contact.begin >= contact.label_begin);
            REQUIRE(contact.end > contact.begin);
            last = contact.end;
        }
        CHECK(last <= text.size());
    }
}
