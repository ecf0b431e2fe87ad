/// The program as people run it: arguments, exit codes, what goes to standard output and what to standard error.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "json_schema.h"
#include "output/format.h"
#include "program.h"

namespace incidents {
namespace {

using nlohmann::json;
using test::kArticle;
using test::lines_of;

class Cli : public test::ProgramTest {};

TEST_F(Cli, help_has_examples_at_every_level) {
  EXPECT_NE(incidents("--help").out.find("Examples:"), std::string::npos);
  for (const cli::Command& command : cli::commands()) {
    const auto ran = incidents(std::string(command.name) + " --help");
    EXPECT_EQ(ran.code, 0);
    EXPECT_NE(ran.out.find("Examples:\n  incidents " + std::string(command.name)), std::string::npos) << ran.out;
  }
}

TEST_F(Cli, version_names_the_data) {
  const auto ran = incidents("--version");
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(std::regex_match(ran.out, std::regex("incidents [0-9.]+ \\(data [0-9a-f]{16}\\)\n"))) << ran.out;
}

TEST_F(Cli, what_is_mistyped_is_a_usage_error_that_says_what_was_meant) {
  write("a.txt", kArticle);
  const struct {
    const char *arguments, *says;
  } rows[] = {
      {"", "Usage"},
      {"parze a.txt", "no such command: parze; did you mean 'parse'"},
      {"help", "no such command: help"},
      {"parse --fromat json a.txt", "'--format'"},
      {"parse --format jsno a.txt", "'json'"},
      {"parse --date 2024-13-40 a.txt", "no such day"},
      {"parse --date 2023-02-29 a.txt", "no such day"},
      {"parse --date 24-7-1 a.txt", "no such day"},
      {"parse --offsets chars a.txt", "code_points"},
      {"parse --input ndjsn a.txt", "'ndjson'"},
      {"parse --jobs 0 a.txt", "--jobs"},
      {"parse", "path"},
      {"parse a.txt --resume", "--output"},
      {"parse a.txt -f ndjson -o - --resume", "--output"},
      {"parse a.txt -f ndjson -o /dev/null --resume", "--output"},
      {"parse a.txt -f csv -o log.csv --resume", "one line a document"},
      {"parse --format", "--format"},
      {"parse --jobs many a.txt", "--jobs"},
      {"explain --dte 2024-01-01 a.txt", "'--date'"},
      {"place", "name"},
      {"check a.txt", "Not a directory"},
      {"score", "labels"},
      {"parse a.txt --lexicon nowhere", "nowhere"},
      {"check nowhere", "nowhere"},
      {"check .", "no .tsv or .rules file"},
      {"summarize --by tpye", "'type'"},
      {"summarize --since 2024-99-01", "no such day"},
      {"summarize --country India", "two letters"},
      {"summarize --min-killed five", "--min-killed"},
      {"timeline --by week", "none of day, month, year"},
      {"completions tcsh", "bash"},
  };
  for (const auto& row : rows) {
    const auto ran = incidents(row.arguments);
    EXPECT_EQ(ran.code, 2) << row.arguments;
    EXPECT_NE((ran.out + ran.err).find(row.says), std::string::npos) << row.arguments << "\n" << ran.err;
  }
}

TEST_F(Cli, one_article_gives_one_object_that_holds_the_contract) {
  write("a.txt", kArticle);
  for (const char* arguments : {"parse --json --date 2024-03-14 a.txt", "parse --json --date 2024-03-14 - < a.txt"}) {
    const auto ran = incidents(arguments);
    EXPECT_EQ(ran.code, 0) << ran.err;
    const json document = json::parse(ran.out);
    EXPECT_EQ(test::contract_violations(document), std::vector<std::string>{});
    EXPECT_EQ(document["document"]["published_from"], "option");
  }
}

TEST_F(Cli, several_inputs_give_an_array) {
  write("news/a.txt", kArticle);
  write("one.ndjson", "{\"text\":\"x\"}\n");
  EXPECT_EQ(json::parse(incidents("parse --json -q news").out).size(), 1u);
  EXPECT_EQ(json::parse(incidents("parse --json -q news/a.txt news/a.txt").out).size(), 2u);
  EXPECT_TRUE(json::parse(incidents("parse --json -q one.ndjson").out).is_array());
}

TEST_F(Cli, every_format_prints_and_writes_the_same_to_a_file) {
  write("a.txt", kArticle);
  for (const output::Format& format : output::formats()) {
    const std::string arguments = "parse -q --date 2024-03-14 --format " + std::string(format.name) + " a.txt";
    const auto printed = incidents(arguments);
    EXPECT_EQ(printed.code, 0) << printed.err;
    EXPECT_FALSE(printed.out.empty()) << format.name;
    EXPECT_EQ(incidents(arguments + " -o out").code, 0);
    EXPECT_EQ(test::read_file(path("out")), printed.out) << format.name;
  }
}

TEST_F(Cli, empty_input_is_an_empty_log) {
  write("empty.txt", "");
  write("empty.ndjson", "");
  auto ran = incidents("parse --json empty.txt");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(json::parse(ran.out)["incidents"], json::array());
  ran = incidents("parse --format ndjson empty.ndjson");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(json::parse(incidents("parse --json empty.ndjson").out), json::array());
}

TEST_F(Cli, a_folder_is_read_in_order_of_name_without_what_is_hidden) {
  for (const char* name : {"b.txt", "a/2.md", "a/1.txt", ".hidden.txt", ".git/x.txt", "c.pdf", "d.TXT"}) write(std::string("n/") + name, kArticle);
  std::string names;
  for (const auto& line : lines_of(incidents("parse -q --format ndjson n").out)) {
    names += json::parse(line)["document"]["path"].get<std::string>() + " ";
  }
  EXPECT_EQ(names, "n/a/1.txt n/a/2.md n/b.txt n/d.TXT ");
  for (const auto& [glob, count] : {std::pair("*.md", 1u), {"*.pdf", 1u}, {"a/*", 2u}, {"n/a/*.txt", 1u}, {"?.*", 5u}, {"x*", 0u}}) {
    for (const char* folder : {"n", "n/", "./n"}) {
      if (std::string(glob).starts_with("n/") && std::string(folder) != "n") continue;
      EXPECT_EQ(lines_of(incidents(std::string("parse -q --format ndjson ") + folder + " --glob '" + glob + "'").out).size(), count)
          << folder << " " << glob;
    }
  }
}

TEST_F(Cli, a_folder_with_nothing_to_read_is_said_to_be_one) {
  write("n/scan.pdf", "x");
  const auto ran = incidents("parse n");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.err, "incidents: n: no file in it to read; --glob names others than .txt .md .html .htm .json .ndjson .jsonl\n");
  EXPECT_EQ(incidents("parse -q n").err, "");
}

TEST_F(Cli, the_log_of_a_folder_may_stand_in_it) {
  write("n/a.txt", kArticle);
  for (int i = 0; i < 2; ++i) {
    for (const char* arguments : {"parse -q n -f ndjson -o n/log.ndjson", "parse -q n -f ndjson -o n/log.ndjson --resume"}) {
      const auto ran = incidents(arguments);
      EXPECT_EQ(ran.code, 0) << ran.err;
      EXPECT_EQ(lines_of(test::read_file(path("n/log.ndjson"))).size(), 1u);
    }
  }
}

TEST_F(Cli, files_are_read_once_however_many_links_lead_to_their_folder) {
  ASSERT_EQ(script("mkdir -p n/a n/b out/c; echo x > n/a/f.txt; echo x > n/b/g.txt; echo x > out/c/h.txt; ln -s ../b n/a/to-b\n"
                   "ln -s ../a n/b/to-a; ln -s ../out n/out1; ln -s ../out/c n/out2; ln -s ../../n out/c/back; ln -s b n/twin").code, 0);
  const auto ran = incidents("parse -q --format ndjson n");
  std::string names;
  for (const auto& line : lines_of(ran.out)) names += json::parse(line)["document"]["path"].get<std::string>() + " ";
  EXPECT_EQ(names, "n/a/f.txt n/b/g.txt n/out1/c/h.txt ");
  EXPECT_EQ(ran.err, "incidents: n/out1/c/back: a link back to a folder above it, not followed\n");
  // Folders that link to each other would be read in every order that they can be walked.
  ASSERT_EQ(script("for i in {1..9}; do mkdir -p k/$i; echo x > k/$i/f.txt; for j in {1..9}; do ln -s ../$j k/$i/l$j; done; done").code, 0);
  EXPECT_EQ(lines_of(incidents("parse -q --format ndjson k").out).size(), 9u);
}

TEST_F(Cli, bytes_are_the_same_at_any_number_of_jobs) {
  for (int i = 0; i < 40; ++i) {
    std::string text;
    for (int k = 0; k < (i * 7) % 20; ++k) text += kArticle;
    write("n/" + std::to_string(i) + ".txt", text);
  }
  write("n/bad.txt", std::string("a\0b", 3));
  for (const char* format : {"ndjson", "json", "text", "csv"}) {
    const std::string arguments = std::string("parse n --date 2024-03-14 --format ") + format;
    const auto one = incidents(arguments + " --jobs 1"), four = incidents(arguments + " --jobs 4");
    EXPECT_EQ(one.out, four.out);
    EXPECT_EQ(one.err, four.err);
    EXPECT_EQ(four.code, 1);
  }
}

TEST_F(Cli, what_cannot_be_read_is_named_and_the_rest_is_done) {
  write("n/good.txt", kArticle);
  write("n/zz-last.txt", kArticle);
  write("n/empty.txt", "");
  write("n/binary.txt", std::string("\x7f" "ELF\0\0\0\x01", 8));
  write("n/utf16.txt", std::string("\xff\xfe\x39\x09\x2e\x09", 6));
  write("n/utf16be.txt", std::string("\xfe\xff\x09\x39\x09\x2e", 6));
  write("n/unreadable.txt", kArticle);
  write("n/unreadable/a.txt", kArticle);
  write("n/malformed.txt", "तीन \xff\xfe लोग\n");
  write("n/two\nlines.txt", kArticle);
  write("n/records.ndjson", "{\"text\":\"x\"}\n{broken\n[1]\n{\"title\":\"no text\"}\n{\"text\":\"y\"}\n");
  write("n/array.json", "[{\"text\":\"x\"},{\"text\":\"y\"}]");
  write("n/broken.json", "{\"text\":");
  ASSERT_EQ(script("ln -s nowhere n/dangling.txt; mkdir n/loop; ln -s .. n/loop/up; mkfifo n/pipe.txt\n"
                   "head -c 100000000 /dev/zero | tr '\\0' a > n/huge.txt; chmod 000 n/unreadable.txt n/unreadable")
                .code,
            0);
  // Root reads everything, so it runs the program as nobody.
  const auto ran = script(
      "as=(); if ((EUID == 0)); then cp \"$(command -v incidents)\" .. && chmod 755 .. . && "
      "as=(setpriv --reuid=65534 --regid=65534 --clear-groups ../incidents); else as=(incidents); fi\n"
      "\"${as[@]}\" parse --format ndjson n missing.txt");
  EXPECT_EQ(script("chmod 755 n/unreadable").code, 0);
  EXPECT_EQ(ran.code, 1);
  const struct {
    const char *name, *why;
  } rows[] = {
      {"n/binary.txt", "binary"},      {"n/dangling.txt", "dangling"},       {"n/loop/up", "link back"},
      {"n/huge.txt", "longer than"},   {"n/records.ndjson:2", "parse error"}, {"n/records.ndjson:3", "must be an object"},
      {"n/records.ndjson:4", "no text"}, {"n/broken.json:1", "parse error"},  {"missing.txt", "no such file"},
      {"n/malformed.txt", "malformed"}, {"n/unreadable.txt", "Permission denied"}, {"n/unreadable", "ermission denied"},
      {"n/pipe.txt", "not a regular file"},
  };
  const auto messages = lines_of(ran.err);
  for (const auto& row : rows) {
    bool named = false;
    for (const auto& message : messages) {
      named |= message.starts_with("incidents: " + std::string(row.name) + ": ") && message.find(row.why) != std::string::npos;
    }
    EXPECT_TRUE(named) << row.name << "\n" << ran.err;
  }
  std::string done;
  for (const auto& line : lines_of(ran.out)) {
    const json document = json::parse(line);
    EXPECT_EQ(test::contract_violations(document), std::vector<std::string>{});
    done += document["document"]["id"].get<std::string>() + ";";
  }
  EXPECT_EQ(done, "array-1;array-2;empty;good;malformed;records-1;records-5;two\nlines;utf16;utf16be;zz-last;");
}

TEST_F(Cli, names_that_are_not_utf8_survive_and_json_stays_valid) {
  ASSERT_EQ(script("mkdir n; printf 'x' > $'n/\\xff\\xfe.txt'").code, 0);
  const auto ran = incidents("parse --format ndjson n");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(json::parse(ran.out)["document"]["path"], "n/\xef\xbf\xbd\xef\xbf\xbd.txt");
}

TEST_F(Cli, records_are_read_under_the_names_that_scrapers_use) {
  const struct {
    const char *record, *id, *published;
  } rows[] = {
      {R"({"id":"a","text":"x","date":"2024-07-26"})", "a", "2024-07-26"},
      {R"({"url":"http://example.org/1","maintext":"x","date_publish":"2024-07-26 10:00:00"})", "http://example.org/1", "2024-07-26"},
      {R"({"id":7,"content":"x","datePublished":"2024-07-26T10:00:00+05:30"})", "7", "2024-07-26"},
      {R"({"body":"x","published":null})", "stdin-1", ""},
      {R"({"text":"x","date":"someday"})", "stdin-1", ""},
      {R"({"_id":1,"article":["x","y"],"pubDate":"Fri, 26 Jul 2024 10:00:00 +0530"})", "stdin-1", "2024-07-26"},
      {R"({"id":{"$oid":"f00"},"text":"x","published_at":{"$date":"2024-07-26T00:00:00Z"}})", "f00", "2024-07-26"},
      {R"({"id":"a","text":"","body":"x","date":1721952000})", "a", "2024-07-26"},
  };
  for (const auto& row : rows) {
    write("in", std::string(row.record) + "\n");
    const auto ran = incidents("parse --input ndjson --format ndjson - < in");
    ASSERT_EQ(ran.code, 0) << ran.err;
    const json document = json::parse(ran.out)["document"];
    EXPECT_EQ(document["id"], row.id);
    EXPECT_EQ(document["published"], *row.published ? json(row.published) : json()) << row.record;
  }
}

TEST_F(Cli, other_fields_can_be_named_and_kept) {
  write("in", R"({"id":"a","story":"x","day":"2024-07-26","tags":["p","q"],"n":1.5})" "\n");
  const json document =
      json::parse(incidents("parse --input ndjson --format ndjson --text-field story --date-field day --keep - < in").out);
  EXPECT_EQ(document["document"]["published"], "2024-07-26");
  EXPECT_EQ(document["record"].dump(), R"({"n":1.5,"tags":["p","q"]})");
}

TEST_F(Cli, a_date_that_is_not_understood_is_named_and_kept) {
  write("in", "{\"text\":\"x\",\"date\":\"07/08/2024\"}\n");
  const auto ran = incidents("parse -q --input ndjson -f ndjson --keep in");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.err, "incidents: in:1: the date \"07/08/2024\" is not understood\n");
  EXPECT_EQ(json::parse(ran.out)["record"]["date"], "07/08/2024");
  EXPECT_EQ(incidents("parse -q --input ndjson -f ndjson --date 2024-08-07 in").err, "");
}

TEST_F(Cli, json_files_hold_an_array_or_values_one_after_another) {
  const struct {
    std::string bytes, ids;
    const char* says;
  } rows[] = {
      {R"([{"text":"x"},{"text":"a]},\""}])", "in-1 in-2 ", ""},
      {"\xef\xbb\xbf [\n{\"text\":\n\"x\"}\n,\n{\"text\":\"y\"}\n]\n", "in-1 in-2 ", ""},
      {R"({"text":"x"})", "in-1 ", ""},
      {"{\"text\":\"x\"}\n{\"text\":\"y\"}\n", "in-1 in-2 ", ""},
      {R"([{"text":"x"},{broken},[1],2,"]",{"text":"y"}])", "in-1 in-6 ", "in.json:5: a record must be an object"},
      {R"([{"text":"x"})", "in-1 ", "in.json: the array is not closed"},
      {R"([{"text":"x"}] end)", "in-1 ", "in.json:2: parse error"},
      {R"([{"text":"x)", "", "in.json:1: parse error"},
      {"no JSON at all", "", "in.json:1: parse error"},
      {"[]", "", "in.json: no record in it"},
      {"", "", "in.json: no record in it"},
      {std::string("\xff\xfe[\0]\0", 6), "", "in.json: records in UTF-16"},
  };
  for (const auto& row : rows) {
    write("in.json", row.bytes);
    const auto ran = incidents("parse -q -f ndjson in.json");
    std::string ids;
    for (const auto& line : lines_of(ran.out)) ids += json::parse(line)["document"]["id"].get<std::string>() + " ";
    EXPECT_EQ(ids, row.ids) << row.bytes;
    EXPECT_EQ(ran.code, *row.says ? 1 : 0) << row.bytes;
    EXPECT_NE(ran.err.find(row.says), std::string::npos) << row.bytes << "\n" << ran.err;
  }
}

TEST_F(Cli, one_element_of_an_array_has_to_fit_not_the_array) {
  const std::string small = json{{"text", std::string(400000, 'x')}}.dump(), large = json{{"text", std::string(1500000, 'x')}}.dump();
  write("in.json", "[" + small + "," + large + "," + small + "," + small + "]");
  write("in.ndjson", small + "\n" + large + "\n" + small + "\n" + small);
  for (const char* name : {"in.json", "in.ndjson"}) {
    const auto ran = incidents(std::string("parse -q -f ndjson --max-mb 1 ") + name);
    EXPECT_EQ(lines_of(ran.out).size(), 3u) << name;
    EXPECT_EQ(lines_of(ran.err).size(), 1u) << ran.err;
    EXPECT_NE(ran.err.find(std::string(name) + ":2: longer than 1 MB"), std::string::npos) << ran.err;
  }
}

TEST_F(Cli, records_made_to_hurt_are_refused_and_the_rest_is_done) {
  const std::string deep = R"({"text":"x","k":)" + std::string(1000000, '[') + std::string(1000000, ']') + "}";
  write("in.ndjson", deep + "\n{\"text\":\"y\"}\n");
  write("in.json", "[" + deep + "]");
  write("bytes.json", "[{\"text\":\"\xff\"},{\"text\":\"y\"}]");
  write("page.html", std::string(200000, '<') + "<div>" + std::string(100000, ' ') + "<script type='application/ld+json'>" +
                         std::string(500000, '[') + std::string(500000, ']') + "</script><p>x");
  const struct {
    const char* arguments;
    int code;
    std::size_t documents;
    const char* says;
  } rows[] = {{"in.ndjson --keep", 1, 1, "in.ndjson:1: nested too deeply"},
              {"in.json --keep", 1, 0, "in.json:1: nested too deeply"},
              {"bytes.json", 0, 2, ""},
              {"page.html", 0, 1, ""}};
  for (const auto& row : rows) {
    const auto ran = incidents(std::string("parse -q -f ndjson ") + row.arguments);
    EXPECT_EQ(ran.code, row.code) << row.arguments << ran.err;
    EXPECT_EQ(lines_of(ran.out).size(), row.documents) << row.arguments;
    EXPECT_NE(ran.err.find(row.says), std::string::npos) << row.arguments << ran.err;
  }
}

TEST_F(Cli, a_record_goes_out_before_the_next_comes_in) {
  const auto ran = script(
      "coproc run { incidents parse --input ndjson --format ndjson -; }\n"
      "echo '{\"id\":\"one\",\"text\":\"x\"}' >&${run[1]}\n"
      "read -r -t 30 line <&${run[0]} && echo \"$line\"\n"
      "echo '{\"id\":\"two\",\"text\":\"x\"}' >&${run[1]}\n"
      "read -r -t 30 line <&${run[0]} && echo \"$line\"\n");
  const auto lines = lines_of(ran.out);
  ASSERT_EQ(lines.size(), 2u) << ran.err;
  EXPECT_EQ(json::parse(lines[0])["document"]["id"], "one");
  EXPECT_EQ(json::parse(lines[1])["document"]["id"], "two");
}

TEST_F(Cli, an_element_of_an_array_goes_out_before_the_next_comes_in) {
  const auto ran = script(
      "coproc run { incidents parse --input json --format ndjson -; }\n"
      "echo -n '[{\"text\":\"x\"}' >&${run[1]}\n"
      "read -r -t 30 line <&${run[0]} && echo \"$line\"\n");
  EXPECT_EQ(lines_of(ran.out).size(), 1u) << ran.err;
}

TEST_F(Cli, a_closed_pipe_ends_the_run_quietly) {
  for (int i = 0; i < 200; ++i) write("n/" + std::to_string(i) + ".txt", kArticle);
  const auto ran = script("incidents parse --format ndjson n | head -c 1 > /dev/null; echo ${PIPESTATUS[0]}");
  EXPECT_EQ(ran.out, "0\n");
  EXPECT_EQ(ran.err, "");
}

TEST_F(Cli, a_full_disk_is_an_error_and_leaves_no_half_written_file) {
  for (int i = 0; i < 50; ++i) write("n/" + std::to_string(i) + ".txt", kArticle);
  auto ran = incidents("parse --format ndjson -q n -o /dev/full");
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.err.find("No space left"), std::string::npos) << ran.err;
  EXPECT_EQ(incidents("parse --format ndjson -q n > /dev/full").code, 1);
  for (const char* arguments : {"summarize < /dev/null", "--help", "--version", "parse --help", "types", "formats", "man", "place x",
                                "check " INCIDENTS_SOURCE_DIR "/data", "explain n/1.txt", "annotate n/1.txt"}) {
    EXPECT_EQ(incidents(std::string(arguments) + " > /dev/full").code, 1) << arguments;
  }
  ran = script("trap '' XFSZ; ulimit -f 8; incidents parse --format ndjson -q n -o log.ndjson");
  EXPECT_EQ(ran.code, 1) << ran.err;
  EXPECT_FALSE(std::filesystem::exists(path("log.ndjson")));
  EXPECT_FALSE(std::filesystem::exists(path("log.ndjson.part")));
  EXPECT_EQ(incidents("parse -q n -o no/such/folder").code, 1);
}

TEST_F(Cli, closed_standard_descriptors_are_errors_and_no_file_of_ours_takes_their_place) {
  write("a.txt", kArticle);
  EXPECT_NE(incidents("parse -q a.txt >&-").err.find("standard output: Bad file descriptor"), std::string::npos);
  const auto ran = script("timeout -s KILL 20 incidents parse -q - <&-");
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.err.find("standard input: Bad file descriptor"), std::string::npos) << ran.err;
  EXPECT_EQ(incidents("parse a.txt missing.txt 2>&- > out").code, 1);
}

TEST_F(Cli, an_old_result_stays_until_the_new_one_is_whole) {
  write("log.ndjson", "old\n");
  write("in", "{\"text\":\"x\"}\n");
  const auto ran = script("trap '' XFSZ; ulimit -f 0; incidents parse --format ndjson -q --input ndjson in -o log.ndjson");
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(test::read_file(path("log.ndjson")), "old\n");
}

TEST_F(Cli, control_c_leaves_whole_lines_and_says_how_to_go_on) {
  const auto ran = script(
      "mkfifo in; (echo '{\"text\":\"x\"}'; exec sleep 30) > in & feeder=$!\n"
      "'" INCIDENTS_PROGRAM "' parse --input ndjson --format ndjson in -o log.ndjson & run=$!\n"
      "for i in $(seq 100); do [ -s log.ndjson.part ] && break; sleep 0.1; done\n"
      "kill -INT $run; wait $run; echo $?; kill $feeder");
  EXPECT_EQ(ran.out, "130\n");
  EXPECT_NE(ran.err.find("--resume"), std::string::npos) << ran.err;
  const std::string partial = test::read_file(path("log.ndjson.part"));
  ASSERT_FALSE(partial.empty());
  EXPECT_EQ(partial.back(), '\n');
}

TEST_F(Cli, control_c_closes_what_stands_on_standard_output) {
  write("in.ndjson", json{{"text", kArticle}, {"date", "2024-03-14"}}.dump() + "\n");
  for (const char* format : {"json", "geojson", "csv", "ndjson"}) {
    const auto ran = script(
        std::string("mkfifo in; (cat in.ndjson; exec sleep 30) > in & feeder=$!\n"
                    "'" INCIDENTS_PROGRAM "' parse -q --input ndjson in --date 2024-03-14 --format ") + format + " > out & run=$!\n"
        "for i in $(seq 100); do [ -s out ] && break; sleep 0.1; done; sleep 0.2\n"
        "kill -INT $run; wait $run; echo $?; kill $feeder; rm in");
    EXPECT_EQ(ran.out, "130\n") << ran.err;
    const std::string out = test::read_file(path("out"));
    ASSERT_FALSE(out.empty());
    EXPECT_EQ(out.back(), '\n') << format;
    EXPECT_TRUE(format == std::string("csv") || json::accept(out)) << format << out;
  }
}

TEST_F(Cli, a_signal_ends_a_run_whose_reader_does_not_read) {
  for (int i = 0; i < 200; ++i) write("n/" + std::to_string(i) + ".txt", std::string(kArticle) + kArticle + kArticle);
  const auto ran = script(
      "mkfifo out; exec 9<>out\n"
      "'" INCIDENTS_PROGRAM "' parse -q --format ndjson n > out & run=$!\n"
      "sleep 1; kill -TERM $run; sleep 0.2; kill -TERM $run; wait $run; echo $?");
  EXPECT_EQ(ran.out, "143\n") << "the second ends it at once";
}

TEST_F(Cli, a_killed_run_goes_on_without_repeating_or_losing_a_document) {
  std::string records;
  for (int i = 0; i < 400; ++i) {
    records += i % 37 == 5 ? "{broken\n" : json{{"id", std::to_string(i % 50)}, {"text", kArticle}}.dump() + "\n";
  }
  write("in.ndjson", records);
  const std::string run = "'" INCIDENTS_PROGRAM "' parse in.ndjson --format ndjson --date 2024-03-14 -q --resume -o log.ndjson";
  ASSERT_EQ(incidents("parse in.ndjson --format ndjson --date 2024-03-14 -q -o whole.ndjson").code, 1);
  const auto ran = script("for i in $(seq 50); do timeout -s KILL 0.$(printf %03d $((RANDOM % 120 + 5))) " + run +
                          "; done 2>/dev/null\n" + run + "\necho $?");
  EXPECT_EQ(ran.out, "1\n");
  EXPECT_EQ(test::read_file(path("log.ndjson")), test::read_file(path("whole.ndjson")));
}

TEST_F(Cli, a_run_whose_last_name_is_not_utf8_goes_on) {
  ASSERT_EQ(script("mkdir n; printf x > $'n/\\xff.txt'; incidents parse -q n -f ndjson -o log").code, 0);
  ASSERT_EQ(script("printf x > $'n/\\xff\\xff.txt'").code, 0);
  const auto ran = incidents("parse -q n -f ndjson -o log --resume");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(lines_of(test::read_file(path("log"))).size(), 2u);
}

TEST_F(Cli, a_run_is_not_resumed_over_other_inputs) {
  write("a.ndjson", "{\"id\":\"a\",\"text\":\"x\"}\n");
  write("b.ndjson", "{\"id\":\"b\",\"text\":\"x\"}\n");
  ASSERT_EQ(incidents("parse -q a.ndjson --format ndjson -o log").code, 0);
  EXPECT_EQ(incidents("parse -q b.ndjson --format ndjson -o log --resume").code, 2);
  EXPECT_NE(test::read_file(path("log")).find("\"a\""), std::string::npos);
}

TEST_F(Cli, a_hint_says_that_a_date_would_resolve_relative_dates) {
  write("a.txt", "रामनगर में कल बम धमाके में तीन लोगों की मौत हो गई।\n");
  EXPECT_NE(incidents("parse a.txt").err.find("--date would resolve"), std::string::npos);
  EXPECT_EQ(incidents("parse -q a.txt").err, "");
  EXPECT_EQ(incidents("parse --date 2024-03-14 a.txt").err, "");
}

TEST_F(Cli, offsets_slice_the_decoded_text_in_every_unit) {
  const std::string text = std::string("\xf0\x9f\x94\xa5 ") + kArticle;
  write("a.txt", text);
  const json points = json::parse(incidents("annotate --format ndjson a.txt").out);
  const json bytes = json::parse(incidents("annotate --format ndjson --offsets bytes a.txt").out);
  const json units = json::parse(incidents("annotate --format ndjson --offsets utf16 a.txt").out);
  ASSERT_GT(points["tokens"].size(), 10u);
  for (std::size_t i = 1; i < points["tokens"].size(); ++i) {
    const std::size_t start = bytes["tokens"][i]["start"], end = bytes["tokens"][i]["end"];
    EXPECT_EQ(text.substr(start, end - start), points["tokens"][i]["text"]);
    EXPECT_EQ(units["tokens"][i]["start"].get<int>(), points["tokens"][i]["start"].get<int>() + 1);
  }
}

TEST_F(Cli, escape_sequences_of_the_input_never_come_out_raw) {
  write("a.txt", "\x1b]0;evil\x07 रामनगर\x1b[31m में बम धमाके में \xc2\x9b" "31m तीन लोगों की मौत हो गई।\n");
  write("in", "{\"id\":\"\\u001b[2J\",\"title\":\"\\u009b2J\",\"text\":\"x\",\"k\\u001b\":\"\\u009b\"}\n{\"\x1b[2J\n");
  ASSERT_EQ(script("printf 'a\\0b' > $'bad\\e[2J.txt'").code, 0);
  for (const char* arguments : {"parse bad*.txt", "parse --$'\\e[2J' x", "parse a.txt", "annotate a.txt", "explain a.txt", "parse --json a.txt", "parse -f csv a.txt",
                                "parse -f tsv a.txt", "parse -f geojson a.txt", "parse --keep --json --input ndjson in",
                                "parse --input ndjson in"}) {
    const auto ran = incidents(arguments);
    EXPECT_EQ((ran.out + ran.err).find('\x1b'), std::string::npos) << arguments;
    EXPECT_EQ((ran.out + ran.err).find("\xc2\x9b"), std::string::npos) << arguments;
  }
}

TEST_F(Cli, colour_comes_when_asked) {
  write("a.txt", kArticle);
  EXPECT_EQ(incidents("parse a.txt").out.find('\x1b'), std::string::npos);
  EXPECT_NE(incidents("parse --color always a.txt").out.find('\x1b'), std::string::npos);
  EXPECT_NE(incidents("annotate --color always a.txt").out.find('\x1b'), std::string::npos);
  EXPECT_EQ(incidents("parse --color never a.txt").out.find('\x1b'), std::string::npos);
}

TEST_F(Cli, a_terminal_gets_colours_and_progress_unless_no_color_is_set) {
  if (!has_command("script")) GTEST_SKIP() << "no terminal to be had";
  write("a.txt", kArticle);
  const std::string run = "script -qec 'incidents parse -q a.txt' /dev/null";
  EXPECT_NE(script(run).out.find("\x1b[1m"), std::string::npos);
  EXPECT_EQ(script("NO_COLOR=1 " + run).out.find('\x1b'), std::string::npos);
  EXPECT_NE(script("NO_COLOR= " + run).out.find("\x1b[1m"), std::string::npos) << "empty is not set";
  EXPECT_EQ(script("script -qec 'incidents parse a.txt --date 2024-03-14' /dev/null").out.find("document"), std::string::npos)
      << "no closing line for one article";
  const std::string both = script("script -qec 'incidents parse a.txt a.txt --date 2024-03-14' /dev/null").out;
  EXPECT_NE(both.find("incidents: 2 documents, 2 incidents, 0 errors in "), std::string::npos) << both;
  EXPECT_EQ(both.find("\x1b[K"), std::string::npos) << "no bar among the results";
  const std::string name = "a-name-that-is-longer-than-any-terminal-is-wide-and-would-wrap-around-at-its-right-edge.txt";
  std::string text;
  for (int i = 0; i < 400; ++i) text += kArticle;
  for (int i = 0; i < 20; ++i) write("n/" + std::to_string(i) + name, text);
  const auto shown = script("script -qec 'stty cols 60; incidents parse -f csv -o out.csv n' /dev/null").out;
  EXPECT_NE(shown.find("20 documents"), std::string::npos) << shown;
  for (std::size_t at = shown.find("\x1b[K"); at != std::string::npos; at = shown.find("\x1b[K", at + 1)) {
    const std::string line = shown.substr(at + 3, shown.find('\r', at) - at - 3);
    if (line.find("documents/s") == std::string::npos) continue;
    EXPECT_LT(line.size(), 60u) << line;
  }
}

TEST_F(Cli, labels_are_in_hindi_when_asked) {
  write("a.txt", kArticle);
  EXPECT_NE(incidents("parse --lang hi a.txt").out.find("प्रकाशित"), std::string::npos);
}

TEST_F(Cli, progress_is_told_when_asked_and_ends_with_a_line) {
  write("n/a.txt", kArticle);
  const auto ran = incidents("parse --progress plain n");
  EXPECT_TRUE(std::regex_search(ran.err, std::regex("^incidents: 1 document, 1 incident, 0 errors in [0-9.]+ s, [0-9.]+ MB/s\n")))
      << ran.err;
  EXPECT_EQ(incidents("parse --progress plain -q n").err, "");
  EXPECT_EQ(incidents("parse n --date 2024-03-14").err, "");
}

TEST_F(Cli, plain_progress_is_a_line_every_ten_seconds) {
  write("a", "{\"text\":\"x\"}\n");
  const auto ran = script("mkfifo in; (sleep 11; cat a) > in & incidents parse --progress plain -f csv a a in --input ndjson");
  const auto lines = lines_of(ran.err);
  std::size_t progress = 0;
  for (const auto& line : lines) progress += std::regex_search(line, std::regex("^incidents: [23]/3 files, [0-9]+ documents/s, .* left")) ? 1 : 0;
  EXPECT_EQ(progress, 1u) << ran.err;
}

TEST_F(Cli, annotate_reads_and_writes_records) {
  write("in", "{\"id\":\"a\",\"text\":\"तीन लोग\",\"date\":null}\n");
  const auto ran = incidents("annotate --ndjson < in");
  EXPECT_EQ(ran.code, 0) << ran.err;
  const json line = json::parse(ran.out);
  EXPECT_EQ(line["id"], "a");
  EXPECT_EQ(line["tokens"][1]["text"], "लोग");
}

TEST_F(Cli, html_pages_are_read_and_their_text_can_be_had) {
  write("page.html", "<html><head><meta property='article:published_time' content='2024-03-14T09:00'></head><body><nav>मेनू</nav><p>" +
                         std::string(kArticle) + "</p></body></html>");
  const json document = json::parse(incidents("parse --json --with-text page.html").out);
  EXPECT_EQ(document["document"]["published_from"], "html");
  EXPECT_EQ(document["document"]["text"].get<std::string>().find("मेनू"), std::string::npos);
  EXPECT_EQ(test::contract_violations(document), std::vector<std::string>{});
}

TEST_F(Cli, logs_are_counted_and_filtered) {
  write("log.ndjson",
        R"({"schema":"incidents/1","document":{"id":"a"},"incidents":[
{"type":"bombing","category":"attack","main":true,"aggregate":false,"date":{"start":"2024-03-12","end":"2024-03-12","precision":"day"},
"locations":[{"name":"x","country":"IN","admin1":"s"}],"casualties":{"killed":{"min":3,"max":3}}},
{"type":"flood","category":"disaster","main":false,"aggregate":false,"date":{"start":"2023-08-01","end":"2023-08-31","precision":"month"},
"locations":[{"name":"y","country":"NP"}],"casualties":{"killed":{"min":10,"max":null}}},
{"type":"bombing","category":"attack","main":true,"aggregate":true,"casualties":{"killed":{"min":40,"max":40}}}]})");
  ASSERT_EQ(script("tr -d '\\n' < log.ndjson > one && echo >> one").code, 0);
  const struct {
    const char *filter, *want;
  } rows[] = {
      {"", R"([["bombing",1,3,3,0,1],["flood",0,0,0,1,0]])"},
      {"--type attack", R"([["bombing",1,3,3,0,1]])"},
      {"--country NP", R"([["flood",0,0,0,1,0]])"},
      {"--since 2024-01-01", R"([["bombing",1,3,3,0,0]])"},
      {"--until 2023-12-31", R"([["flood",0,0,0,1,0]])"},
      {"--min-killed 11", R"([["bombing",0,0,0,0,1]])"},
  };
  for (const auto& row : rows) {
    const auto ran = incidents(std::string("summarize one --by type --json ") + row.filter);
    ASSERT_EQ(ran.code, 0) << ran.err;
    json got = json::array();
    const json tables = json::parse(ran.out)["tables"];
    for (const json& line : tables[0]["rows"]) {
      const json& killed = line["main"]["killed"];
      got.push_back({line["type"], line["main"]["incidents"], killed.is_null() ? json(0) : killed["min"],
                     killed.is_null() ? json(0) : killed["max"], line["background"]["incidents"], line["aggregates"]["incidents"]});
    }
    EXPECT_EQ(got.dump(), row.want) << row.filter;
  }
  const auto slip = incidents("summarize one --type bombng --country in");
  EXPECT_EQ(slip.err, "incidents: no such type: bombng; did you mean 'bombing'?\n");
  EXPECT_EQ(incidents("summarize one --type drone_attack").err, "") << "known, though not in the log";
  EXPECT_NE(incidents("timeline --by month < one").out.find("2023-08     1     10+"), std::string::npos)
      << incidents("timeline --by month < one").out;
  const auto bad = script("(cat one; echo '{}'; echo x) | incidents summarize -");
  EXPECT_EQ(bad.code, 1);
  EXPECT_NE(bad.err.find("standard input:3: not JSON"), std::string::npos) << bad.err;
  const auto no_log = script("seq -f line%g 100 | incidents summarize");
  EXPECT_EQ(no_log.code, 1);
  EXPECT_EQ(lines_of(no_log.err).size(), 12u) << "the first lines, the number of the others, what a log is";
  EXPECT_NE(no_log.err.find("and 90 more"), std::string::npos) << no_log.err;
}

TEST_F(Cli, what_is_known_by_its_month_or_year_is_not_told_by_the_day) {
  const struct {
    const char *precision, *day, *month, *year;
  } rows[] = {{"day", "2024-03-12", "2024-03", "2024"}, {"week", "2024-03-12", "2024-03", "2024"},
              {"month", "2024-03", "2024-03", "2024"},  {"season", "2024", "2024", "2024"},
              {"year", "2024", "2024", "2024"},         {"decade", "2020s", "2020s", "2020s"}};
  for (const auto& row : rows) {
    const json incident = {{"type", "flood"}, {"category", "disaster"}, {"main", true}, {"aggregate", false},
                           {"date", {{"start", "2024-03-12"}, {"end", "2024-12-31"}, {"precision", row.precision}}}};
    write("log", json{{"schema", "incidents/1"}, {"document", {{"id", "a"}}}, {"incidents", {incident}}}.dump() + "\n");
    for (const auto& [unit, want] : {std::pair("day", row.day), std::pair("month", row.month), std::pair("year", row.year)}) {
      const auto lines = lines_of(incidents(std::string("timeline log --by ") + unit).out);
      ASSERT_EQ(lines.size(), 2u) << row.precision;
      EXPECT_EQ(lines[1].substr(0, lines[1].find(' ')), want) << row.precision << " " << unit;
      const json table = json::parse(incidents(std::string("summarize log --json --by ") + unit).out)["tables"][0]["rows"];
      const bool fits = std::string(want).size() == (*unit == 'd' ? 10u : *unit == 'm' ? 7u : 4u);
      EXPECT_EQ(table.size(), fits ? 1u : 0u) << row.precision << " " << unit;
    }
  }
}

TEST_F(Cli, a_table_that_is_cut_says_so_and_programs_get_all) {
  std::string log;
  for (int i = 0; i < 30; ++i) {
    log += json{{"schema", "incidents/1"}, {"document", {{"id", "a"}}},
                {"incidents", {{{"type", "t" + std::to_string(i)}, {"category", "c"}, {"main", true}, {"aggregate", false}}}}}.dump() + "\n";
  }
  write("log", log);
  EXPECT_NE(incidents("summarize log --by type").out.find("… 10 more (--top 0 shows all)\n"), std::string::npos);
  EXPECT_EQ(incidents("summarize log --by type --top 0").out.find(" more"), std::string::npos);
  EXPECT_EQ(json::parse(incidents("summarize log --by type --json").out)["tables"][0]["rows"].size(), 30u);
  EXPECT_EQ(lines_of(incidents("summarize log --by type -f csv").out).size(), 31u);
  EXPECT_EQ(lines_of(incidents("summarize log --by type -f csv --top 3").out).size(), 4u);
}

TEST_F(Cli, a_log_may_be_the_array_that_json_prints) {
  write("n/a.txt", kArticle);
  write("n/b.txt", kArticle);
  for (const char* input : {"n", "n/a.txt"}) {
    const auto want = script(std::string("incidents parse -q ") + input + " -f ndjson | incidents summarize");
    EXPECT_EQ(script(std::string("incidents parse -q ") + input + " -f json | incidents summarize").out, want.out);
    EXPECT_EQ(script(std::string("incidents parse -q ") + input + " -f json -o log.json; incidents summarize log.json").out, want.out);
    EXPECT_NE(want.out.find("Bombing"), std::string::npos);
  }
}

TEST_F(Cli, completions_and_manual_know_every_command_and_flag) {
  const auto manual = incidents("man").out;
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const auto ran = incidents(std::string("completions ") + shell);
    EXPECT_EQ(ran.code, 0);
    for (const cli::Command& command : cli::commands()) {
      EXPECT_NE(ran.out.find(command.name), std::string::npos) << shell;
      EXPECT_NE(manual.find(".SS incidents " + std::string(command.name)), std::string::npos);
    }
    for (const char* flag : {"format", "date", "resume", "with-text", "min-killed"}) {
      EXPECT_NE(ran.out.find(flag), std::string::npos) << shell << " " << flag;
    }
  }
}

TEST_F(Cli, shells_complete_commands_flags_values_and_files) {
  const struct {
    const char *words, *want;  // the last word is being typed
  } rows[] = {{"incidents par", "parse"},          {"incidents parse --forma", "--format"},
              {"incidents parse --format nd", "ndjson"}, {"incidents parse -f geo", "geojson"},
              {"incidents summarize --by coun", "country"}, {"incidents completions z", "zsh"},
              {"incidents parse some", "some-file.txt"}};
  write("some-file.txt", "x");
  std::string bash = "incidents completions bash > c; . ./c\n", fish = "incidents completions fish > c.fish\n", want;
  for (const auto& row : rows) {
    bash += std::string("COMP_WORDS=(") + row.words + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _incidents; echo \"${COMPREPLY[@]}\"\n";
    fish += std::string("fish --no-config -c 'source c.fish; complete -C \"") + row.words + "\"' | cut -f1\n";
    want += std::string(row.want) + "\n";
  }
  bash += "COMP_WORDS=(incidents parse --format = nd) COMP_CWORD=4; _incidents; echo \"${COMPREPLY[@]}\"\n";
  const auto ran = script(bash);
  EXPECT_EQ(ran.out, want + "ndjson\n") << ran.err;
  if (!has_command("fish")) GTEST_SKIP() << "no fish here";
  EXPECT_EQ(script("export HOME=$PWD\n" + fish).out, want);
}

TEST_F(Cli, other_programs_read_what_it_prints) {
  write("n/a.txt", kArticle);
  write("n/b.txt", kArticle);
  const struct {
    const char *needs, *script, *want;
  } rows[] = {
      {"jq", "incidents parse -q -f ndjson n | jq -rs '[.[].document.id] | join(\",\")'", "a,b\n"},
      {"jq", "incidents parse -q -f geojson n | jq -r .type", "FeatureCollection\n"},
      {"sqlite3", "incidents parse -q -f csv n -o t.csv; sqlite3 :memory: -cmd '.import --csv t.csv t' 'select count(distinct document) from t'", "2\n"},
      {"python3",
       "incidents parse -q -f acled n | python3 -c 'import csv,sys; rows=list(csv.DictReader(sys.stdin)); "
       "print({r[\"x_document\"] for r in rows} == {\"a\",\"b\"})'",
       "True\n"},
  };
  for (const auto& row : rows) {
    if (!has_command(row.needs)) continue;
    const auto ran = script(row.script);
    EXPECT_EQ(ran.out, row.want) << row.script << "\n" << ran.err;
  }
}

}  // namespace
}  // namespace incidents
