#include <gtest/gtest.h>

#include <chrono>

#include "cli/html.h"
#include "cli/html_clean.h"
#include "incidents/date.h"

namespace incidents::cli {
namespace {

constexpr const char* kFirst = "रामनगर के पास शुक्रवार को एक बस खाई में गिर गई, जिससे तीन यात्रियों की मौत हो गई।";
constexpr const char* kSecond = "पुलिस ने बताया कि पांच घायलों को ज़िला अस्पताल में भर्ती कराया गया है।";

std::string page_with(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html><head><meta charset=\"utf-8\">" + head + "</head><body>" + body + "</body></html>";
}

std::string story() { return std::string("<p>") + kFirst + "</p>\n<p>" + kSecond + "</p>"; }

std::string want_text() { return std::string(kFirst) + "\n\n" + kSecond; }

TEST(Page, main_text_is_found_among_what_surrounds_it) {
  const struct {
    const char* what;
    std::string body;
  } rows[] = {
      {"plain paragraphs", story()},
      {"in an article", "<article>" + story() + "</article>"},
      {"in a div", "<div class=\"story-detail\">" + story() + "</div>"},
      {"after a menu", "<nav><a href=/>होम</a> <a href=/d>देश</a></nav><div>" + story() + "</div>"},
      {"after a list of links", "<ul><li><a href=1>पहली खबर का लंबा शीर्षक</a></li><li><a href=2>दूसरी खबर</a></li></ul>" + story()},
      {"before related stories", "<div>" + story() + "</div><div class=\"related-stories\"><p>सीमा पर हमले में दस मरे, बीस घायल हुए।</p></div>"},
      {"with a related box inside", "<div><p>" + std::string(kFirst) + "</p><div id=alsoRead><p>यह भी पढ़ें: दस की मौत</p></div><p>" +
                                        kSecond + "</p></div>"},
      {"beside a longer list of other news", "<div><div class=c1><div><h1></h1></div><div class=story-text>" + story() +
                                                 "</div></div><div class=c2><div class=list><p>" + kFirst + kSecond + "</p><p>" + kSecond + kFirst +
                                                 "</p></div></div></div>"},
      {"with scripts and styles", "<script>var a = '<p>हमला</p>';</script><style>p{}</style>" + story()},
      {"with a hidden part", story() + "<p style=\"display: none\">छिपा हुआ वाक्य।</p>"},
      {"with a comment", "<!-- टिप्पणी -->" + story()},
      {"with an unclosed paragraph", std::string("<div><p>") + kFirst + "<p>" + kSecond + "</div>"},
      {"with line breaks for paragraphs", std::string("<div>") + kFirst + "<br><br>" + kSecond + "</div>"},
  };
  for (const auto& row : rows) EXPECT_EQ(read_page(page_with("", row.body)).text, want_text()) << row.what;
}

TEST(Page, entities_and_blanks_become_characters) {
  const Page page = read_page(page_with("", "<p>पुलिस &amp; सेना&nbsp;ने\n   &quot;तीन&quot; &#2354;&#2379;&#2327; पकड़े</p>"));
  EXPECT_EQ(page.text, "पुलिस & सेना ने \"तीन\" लोग पकड़े");
}

TEST(Page, title_opens_the_text_and_stands_there_once) {
  const Page page = read_page(page_with("<title>बस गिरी - समाचार</title><meta property=\"og:title\" content=\"बस खाई में गिरी\">", story()));
  EXPECT_EQ(page.title, "बस खाई में गिरी");
  EXPECT_EQ(page.text, "बस खाई में गिरी\n\n" + want_text());
  const Page twice = read_page(page_with("", "<article><h1>बस गिरी</h1>" + story() + "</article>"));
  EXPECT_EQ(twice.text, "बस गिरी\n\n" + want_text());
}

TEST(Page, day_of_publication_is_read_where_pages_put_it) {
  const std::string linked =
      R"(<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2024-07-25T23:10:00+05:30"}]}</script>)";
  const std::string meta = R"(<meta property="article:published_time" content="2024-07-26T08:00:00+05:30">)";
  const struct {
    std::string head, body, want;
  } rows[] = {
      {meta, "", "2024-07-26"},
      {linked, "", "2024-07-25"},
      {meta + linked, "", "2024-07-26"},
      {"", "<time datetime=\"2024-07-24T10:00\">बुधवार</time>", "2024-07-24"},
      {"<meta name=\"publish-date\" content=\"2024-07-23\">", "<time datetime=\"2020-01-01\">x</time>", "2024-07-23"},
      {"", "<span itemprop=\"datePublished\" content=\"2024-07-22\">x</span>", "2024-07-22"},
      {"<script type=\"application/ld+json\">{broken</script>", "<time datetime=\"2024-02-30\">x</time>", ""},
      {R"(<script type="application/ld+json">[{"@type":"VideoObject","datePublished":"2020-01-01"},)"
       R"({"@type":["Thing","NewsArticle"],"datePublished":"2024-07-21"}]</script>)", "", "2024-07-21"},
      {"<script type=\"application/ld+json\">{\"description\":\"two\nlines\",\"datePublished\":\"2024-07-20\"}</script>", "", "2024-07-20"},
      {"<meta property=\"article:published_time\" content=\"Fri, 19 Jul 2024 08:00:00 +0530\">", "", "2024-07-19"},
      {"", "", ""},
  };
  for (const auto& row : rows) {
    const Page page = read_page(page_with(row.head, row.body + story()));
    EXPECT_EQ(page.published ? format(*page.published) : "", row.want) << row.head << row.body;
  }
}

TEST(Page, body_of_linked_data_stands_in_for_a_page_that_scripts_build) {
  const std::string body = std::string(kFirst) + " " + kSecond + " " + kFirst;
  const Page page = read_page(
      page_with("<script type=\"application/ld+json\">{\"articleBody\":\"" + body + "\"}</script>", "<div id=app></div>"));
  EXPECT_EQ(page.text, body);
}

TEST(Page, nothing_is_lost_where_elements_stand_deep) {
  std::string fonts, deep;
  for (int i = 0; i < 500; ++i) fonts += "<p><font color=red><b>वाक्य " + std::to_string(i) + " में पुलिस ने यह कहा।";
  EXPECT_NE(read_page(page_with("", fonts)).text.find("वाक्य 499 "), std::string::npos);
  for (int i = 0; i < 2000; ++i) deep += "<div>";
  EXPECT_EQ(read_page(page_with("", deep + story())).text, want_text());
}

TEST(Page, attributes_without_number_take_no_time) {
  std::string attributes;
  for (int i = 0; i < 200000; ++i) attributes += " a" + std::to_string(i) + "=x";
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(read_page(page_with("", "<p" + attributes + ">" + kFirst)).text, kFirst);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(10)) << "minutes where the parser sees them all";
}

TEST(CleanHtml, takes_out_what_only_says_how_words_look_or_could_hurt) {
  std::string many, hundred;
  for (int i = 0; i < 150; ++i) many += " a" + std::to_string(i) + "='>'";
  for (int i = 0; i < 100; ++i) hundred += " a" + std::to_string(i) + "='>'";
  const std::string rows[][2] = {
      {"<p>एक <B>दो</B> <font color='a>b'>तीन</font></p>", "<p>एक दो तीन</p>"},
      {"<p" + many + ">x", "<p" + hundred + " >x"},
      {"<body><br/><blockquote>x</blockquote>", "<body><br/><blockquote>x</blockquote>"},
      {"<script>if (a<b) '<b>'</SCRIPT><b>x", "<script>if (a<b) '<b>'</SCRIPT>x"},
      {"<!-- <b> --><b>x", "<!-- <b> -->x"},
      {"1 < 2 <", "1 < 2 <"},
      {"<p class=it's>x<b title=\"a", "<p class=it's>x"},
      {"<p a = \"b>c\" d>x", "<p a = \"b>c\" d>x"},
      {"<a href=/a/b/c>x</a>", "<a href=/a/b/c>x</a>"},
      {"<!DOCTYPE html><p>", "<!DOCTYPE html><p>"},
      {"<script>a", "<script>a"},
  };
  for (const auto& row : rows) EXPECT_EQ(clean_html(row[0]), row[1]) << row[0];
}

TEST(Page, hostile_and_broken_bytes_do_no_harm) {
  std::string deep, open_tags, attributes;
  for (int i = 0; i < 20000; ++i) deep += "<div><b>";
  for (int i = 0; i < 50000; ++i) open_tags += "<p<";
  for (int i = 0; i < 5000; ++i) attributes += " a" + std::to_string(i) + "=x";
  std::string nested_json = "<script type=\"application/ld+json\">" + std::string(50000, '[') + "</script>";
  for (const std::string& html : {std::string(), std::string("<"), std::string("</p></html>"), std::string("\0\0<p>", 5), deep + "x",
                                  open_tags, "<p" + attributes + ">x", nested_json + story(),
                                  std::string("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><p>&a;</p>"),
                                  std::string("<p>\xff\xfe\xe0\xa4</p>"), std::string("<svg><style><p>")}) {
    const Page page = read_page(html);
    EXPECT_EQ(page.text.find("root:"), std::string::npos);
  }
}

}  // namespace
}  // namespace incidents::cli
