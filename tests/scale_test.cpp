/// Memory and time as inputs grow: bounds wide enough for a busy machine, too narrow for what would not scale.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "program.h"

namespace incidents {
namespace {

struct Cost {
  double seconds = 0;    ///< of CPU
  double megabytes = 0;  ///< peak
};

class Scale : public test::ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    if (!has_command("python3")) GTEST_SKIP() << "nothing to measure with";
#if defined(__SANITIZE_ADDRESS__) || !defined(NDEBUG)
    GTEST_SKIP() << "bounds are those of an optimised build";
#endif
  }

  Cost cost_of(const std::string& arguments) const {
    const auto ran = script(
        "python3 -c 'import resource, subprocess, sys; subprocess.run([\"incidents\"] + sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
        "used = resource.getrusage(resource.RUSAGE_CHILDREN); print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)' " + arguments);
    EXPECT_EQ(ran.code, 0) << ran.err;
    std::istringstream numbers(ran.out);
    Cost cost;
    numbers >> cost.seconds >> cost.megabytes;
    return cost;
  }

  static std::string repeated(const std::string& text, std::size_t bytes) {
    std::string all;
    while (all.size() < bytes) all += text;
    return all;
  }
};

TEST_F(Scale, memory_does_not_grow_with_the_number_of_files) {
  const std::string article = repeated(test::kArticle, 6000);
  for (int i = 0; i < 1500; ++i) write("n/" + std::to_string(i) + ".txt", article);
  const double few = cost_of("parse -q -f ndjson --jobs 2 n --glob '1??.txt'").megabytes;
  const double many = cost_of("parse -q -f ndjson --jobs 2 n").megabytes;
  EXPECT_LT(many, 64);
  EXPECT_LT(many, few + 8);
}

TEST_F(Scale, a_list_of_files_takes_little_memory) {
  write("n/0/2024-07-26-a.txt", "");
  ASSERT_EQ(script("cd n/0 && touch 2024-07-26-article-{00001..40000}.txt").code, 0);
  const double one = cost_of("parse -q --jobs 1 -f ndjson n --glob '*-a.txt'").megabytes;
  EXPECT_LT(cost_of("parse -q --jobs 1 -f csv n").megabytes, one + 3) << "a hundred bytes a file would be more";
}

TEST_F(Scale, memory_does_not_grow_with_the_number_of_records) {
  write("in.ndjson", repeated("{\"text\":\"पटना में बम धमाके में तीन लोगों की मौत हो गई।\"}\n", 4000000));
  EXPECT_LT(cost_of("parse -q -f ndjson --jobs 2 in.ndjson").megabytes, 64);
}

TEST_F(Scale, one_article_takes_milliseconds_and_little_memory) {
  write("a.txt", repeated(test::kArticle, 6000));
  const Cost cost = cost_of("parse -q a.txt");
  EXPECT_LT(cost.megabytes, 40);
  double least = 1;
  for (int i = 0; i < 5; ++i) least = std::min(least, cost_of("parse -q a.txt").seconds - cost_of("--version").seconds);
  EXPECT_LT(least, 0.02) << "seconds of CPU above start-up";
}

TEST_F(Scale, a_text_without_a_danda_takes_time_in_step_with_its_length) {
  std::string text = test::kArticle;
  for (const std::string mark : {"।", ".", "\n"}) {
    for (std::size_t at; (at = text.find(mark)) != std::string::npos;) text.replace(at, mark.size(), " ");
  }
  write("one.txt", repeated(text, 500000));
  write("eight.txt", repeated(text, 4000000));
  const double one = cost_of("parse -q -f ndjson one.txt").seconds, eight = cost_of("parse -q -f ndjson eight.txt").seconds;
  EXPECT_LT(eight, 24 * one) << one << " " << eight;
}

}  // namespace
}  // namespace incidents
