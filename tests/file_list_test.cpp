/// Many files in few bytes, given back as they were.
#include "cli/file_list.h"

#include <gtest/gtest.h>

#include <vector>

namespace incidents::cli {
namespace {

TEST(FileList, gives_back_what_was_added_in_order) {
  std::vector<ListedPath> files = {{"", InputKind::text, "no such file"}, {"a", InputKind::html, ""}, {"a/b", InputKind::json, ""}, {"a", InputKind::ndjson, ""},
                                   {std::string(200000, 'x'), InputKind::text, "File name too long"}, {"\xff\n", InputKind::text, ""}};
  for (int i = 0; i < 20000; ++i) files.push_back({"folder/" + std::to_string(i * 7919 % 20000) + ".txt", InputKind::text, i % 100 == 0 ? "bad" : ""});
  FileList list;
  for (const auto& file : files) list.add(file);
  EXPECT_EQ(list.size(), files.size());
  for (const auto& file : files) {
    const auto got = list.next();
    ASSERT_TRUE(got.has_value());
    EXPECT_EQ(got->path, file.path);
    EXPECT_EQ(got->kind, file.kind);
    EXPECT_EQ(got->problem, file.problem);
  }
  EXPECT_FALSE(list.next().has_value());
  list.add({"again", InputKind::text, ""});
  EXPECT_EQ(list.next()->path, "again");
}

TEST(NameList, sorts_by_bytes) {
  NameList names;
  for (const char* name : {"b", "a", "\xe0\xa4\x95", "Z", "a.txt", "aa"}) names.add(name);
  names.sort();
  EXPECT_EQ(std::vector<std::string>(names.begin(), names.end()), (std::vector<std::string>{"Z", "a", "a.txt", "aa", "b", "\xe0\xa4\x95"}));
}

}  // namespace
}  // namespace incidents::cli
