/// What the README tells people to type, typed: the cookbook, GNU parallel, the Slurm job, lnav, completions, the manual.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "readme.h"

namespace incidents {
namespace {

using nlohmann::json;
using test::lines_of;
using test::read_file;

class Recipes : public test::ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    std::filesystem::create_directory(path("data"));
    for (const char* name : {"examples", "lnav"}) {
      std::filesystem::create_directory_symlink(std::filesystem::path(INCIDENTS_SOURCE_DIR) / "data" / name,
                                                path(std::string("data/") + name));
    }
  }

  /// Records enough for several pieces, each with an id, some of them broken.
  void write_records(const std::string& name) const {
    std::string records;
    for (int i = 0; i < 200; ++i) {
      records += i % 50 == 7 ? "{broken\n"
                             : json{{"id", "r" + std::to_string(i)}, {"date", "2024-03-14"}, {"text", test::kArticle}}.dump() + "\n";
    }
    write(name, records);
  }
};

TEST_F(Recipes, the_readmes_commands_give_the_readmes_answers) {
  const auto blocks = test::readme_blocks("run");
  ASSERT_GE(blocks.size(), 12u);
  for (const auto& block : blocks) {
    ASSERT_FALSE(block.text.empty());
    const auto ran = script("set -e -o pipefail\n" + block.text);
    EXPECT_EQ(ran.code, 0) << block.text << ran.err;
    EXPECT_EQ(ran.out, block.answer) << block.text << ran.err;
  }
}

TEST_F(Recipes, the_readmes_example_is_what_the_program_prints) {
  const auto blocks = test::readme_blocks("example");
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_EQ(incidents("parse data/examples/ramnagar.txt --date 2024-07-26").out, blocks[0].answer);
}

TEST_F(Recipes, the_pieces_of_gnu_parallel_join_to_one_run) {
  write_records("in.ndjson");
  // A host is reached by a stand-in for ssh that runs here what it is given, in a shell of its own as ssh does.
  write("ssh", "#!/bin/bash\nshift\n[[ $1 == -- ]] && shift\nexec bash -c \"$*\"\n");
  ASSERT_EQ(incidents("parse -q --input ndjson --format ndjson - < in.ndjson > one.ndjson").code, 1);
  const struct {
    const char *name, *hosts;
  } rows[] = {{"this machine", "--sshlogin 2/:"}, {"two hosts", "--ssh ./ssh --sshlogin 1/node1,1/node2"}};
  for (const auto& row : rows) {
    // Where a job runner sets no SHELL, GNU parallel of Debian 12 sends the remote pieces nowhere, with exit 0.
    const auto ran = script(std::string("chmod +x ssh; export SHELL=/bin/bash; parallel --pipe --keep-order --block 4k ") + row.hosts +
                            " incidents parse --input ndjson --format ndjson --quiet --jobs 1 - < in.ndjson > joined; "
                            "echo $?; cmp joined one.ndjson");
    EXPECT_EQ(ran.out, "4\n") << row.name << ": the pieces that had a broken record";
    const auto messages = lines_of(ran.err);
    const auto broken = std::count_if(messages.begin(), messages.end(), [](const std::string& line) {
      return line.find("parse error") != std::string::npos;
    });
    EXPECT_EQ(broken, 4) << row.name << ran.err;
    EXPECT_EQ(ran.code, 0) << row.name << ran.err;
  }
}

TEST_F(Recipes, the_parts_of_the_slurm_array_join_to_one_run) {
  write_records("with-errors.ndjson");
  const auto blocks = test::readme_blocks("file: incidents.sbatch");
  ASSERT_EQ(blocks.size(), 1u);
  write("incidents.sbatch", blocks[0].text);
  ASSERT_EQ(script("grep -v broken with-errors.ndjson > in.ndjson\n"
                   "incidents parse -q --input ndjson --format ndjson - < in.ndjson > one.ndjson").code, 0);
  const std::string four = "part-0000.ndjson\npart-0001.ndjson\npart-0002.ndjson\npart-0003.ndjson\n";
  // Task by task, as Slurm would start them; the third is killed once, in the middle of a line, and started again.
  auto ran = script(
      "set -e; export SLURM_ARRAY_TASK_COUNT=4 SLURM_CPUS_PER_TASK=2\n"
      "for task in 0 1 2 3; do SLURM_ARRAY_TASK_ID=$task bash incidents.sbatch in.ndjson; done\n"
      "head -c 20000 part-0002.ndjson > part-0002.ndjson.part; rm part-0002.ndjson\n"
      "SLURM_ARRAY_TASK_ID=2 bash incidents.sbatch in.ndjson\n"
      "ls part-*; cat part-*.ndjson | cmp - one.ndjson; rm part-*");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, four);
  if (script("PATH=$PATH:/usr/sbin; type slurmctld slurmd sbatch").code != 0) GTEST_SKIP() << "no Slurm here";
  ran = script("bash " INCIDENTS_SOURCE_DIR "/tests/one_node_slurm.sh . sbatch --quiet --wait incidents.sbatch in.ndjson; "
               "ls part-*; cat slurm-*.out; cat part-*.ndjson | cmp - one.ndjson");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, four) << ran.err << read_file(path("slurmctld.log")) << read_file(path("slurmd.log"));
}

TEST_F(Recipes, lnav_reads_a_log_and_a_table) {
  const json formats = json::parse(read_file(path("data/lnav/incidents.json")));
  EXPECT_TRUE(formats["incidents_log"]["json"].get<bool>());
  if (!has_command("lnav")) GTEST_SKIP() << "no lnav here";
  const auto ran = script(
      "set -e; export HOME=$PWD; lnav -i data/lnav/incidents.json >/dev/null 2>&1; lnav -C\n"
      "incidents parse data/examples/news -q -f ndjson | sort -r > log.ndjson\n"
      "incidents parse data/examples/news -q -f tsv -o log.tsv\n"
      "lnav -n -c ';select \"document/id\" as id, \"summary/killed/min\" as killed from incidents_log where killed > 5 order by log_time'"
      " -c ':write-csv-to -' log.ndjson\n"
      "lnav -n -c ';select type, country, killed_min from incidents_tsv_log where killed_min > 5' -c ':write-csv-to -' log.tsv\n");
  EXPECT_EQ(ran.out,
            "id,killed\n2024-02-04-kanpur,9\n2024-06-19-assam,6\nwire-2,7\n"
            "type,country,killed_min\nroad_accident,IN,9\nflood,IN,6\nlandslide,NP,7\n")
      << ran.err;
}

TEST_F(Recipes, shells_take_the_completions) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    if (!has_command(shell)) continue;
    const auto ran = script(std::string("incidents completions ") + shell + " > c; " + shell + " -n c");
    EXPECT_EQ(ran.code, 0) << shell << ran.err;
    EXPECT_EQ(ran.out + ran.err, "") << shell;
  }
}

TEST_F(Recipes, groff_and_man_take_the_manual_without_a_warning) {
  for (const char* command : {"groff -ww -man -Tutf8", "groff -ww -man -Tascii", "man --warnings -l"}) {
    const std::string name = std::string(command).substr(0, std::string(command).find(' '));
    if (!has_command(name)) continue;
    const auto ran = script(std::string("incidents man > incidents.1; ") + command + " incidents.1");
    EXPECT_EQ(ran.code, 0) << command;
    EXPECT_EQ(ran.err, "") << command;
    EXPECT_NE(ran.out.find("NO_COLOR"), std::string::npos) << command << ran.out;
  }
}

}  // namespace
}  // namespace incidents
