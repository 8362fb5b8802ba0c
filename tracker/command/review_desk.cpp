// The terminal between the desk, which knows what keys mean, and the workbench, which knows files.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/command/review.h"
#include "tracker/command/terminal.h"
#include "tracker/review/desk.h"

namespace tracker::command {
namespace {

namespace fs = std::filesystem;
using What = review::Request::What;

/// A file of its own that nobody else can read, gone with this value.
class Scratch {
 public:
  explicit Scratch(const std::string& bytes) {
    std::string name = (fs::temp_directory_path() / "tizim-XXXXXX.toml").string();
    const int descriptor = ::mkstemps(name.data(), 5);
    if (descriptor < 0) throw base::Error("cannot make a file to edit in " + fs::temp_directory_path().string());
    ::close(descriptor);
    path_ = name;
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  const std::string& path() const { return path_; }
  std::string read() const {
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::string path_;
};

/// Exit code of the editor that the environment names.
int run_editor(const std::string& path) {
  const char* editor = std::getenv("VISUAL");
  if (!editor || !*editor) editor = std::getenv("EDITOR");
  if (!editor || !*editor) editor = "vi";
  const pid_t child = ::fork();
  if (child < 0) return -1;
  if (child == 0) {
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int number : {SIGWINCH, SIGCONT, SIGINT, SIGTERM, SIGHUP, SIGQUIT}) ::signal(number, SIG_DFL);
    // The editor may have arguments of its own, as in EDITOR="code --wait": the shell splits it, the path stays one word.
    ::execl("/bin/sh", "sh", "-c", (std::string(editor) + " \"$1\"").c_str(), "sh", path.c_str(), nullptr);
    ::_exit(127);
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool is_only_comments(const std::string& text) {
  for (const auto line : base::split(text, '\n'))
    if (const auto trimmed = base::trim(line); !trimmed.empty() && trimmed.front() != '#') return false;
  return true;
}

class Session {
 public:
  Session(const ReviewOptions& options, Workbench& bench, Context& context)
      : options_(options), bench_(bench), context_(context) {
    desk_.set(bench.proposals());
  }

  void run() {
    draw();
    std::vector<review::Key> keys;
    while (true) {
      const auto woken = terminal_.wait(keys);
      if (woken == Terminal::Woken::Ended) return;
      if (woken == Terminal::Woken::Keys)
        for (const auto& key : keys)
          if (!carry_out(desk_.press(key))) return;
      draw();
    }
  }

 private:
  void draw() {
    if (const auto* proposal = desk_.current(); proposal && proposal->id != drawn_) {
      page_ = review::page_of(bench_.record(), *proposal, bench_.outlook(*proposal, choice_of(options_, context_)));
      drawn_ = proposal->id;
    }
    terminal_.show(review::to_terminal(desk_.frame(page_, terminal_.size()), std::getenv("NO_COLOR") == nullptr));
  }

  bool carry_out(const review::Request& request) {
    if (request.what == What::Nothing) return true;
    if (request.what == What::Quit) return false;
    try {
      decide(request);
    } catch (const base::Error& error) {
      std::string words = error.what();
      std::replace(words.begin(), words.end(), '\n', ' ');
      if (!error.hint().empty()) words += "; " + error.hint();
      desk_.tell(base::visible(words));
    }
    desk_.set(bench_.proposals());
    drawn_.clear();
    return true;
  }

  void decide(const review::Request& request) {
    if (request.what == What::Undo) {
      desk_.tell(bench_.undo() ? "taken back" : "there is nothing to take back");
      return;
    }
    const propose::Proposal proposal = bench_.find(request.proposal);
    auto choice = choice_of(options_, context_);
    choice.person = request.person;
    switch (request.what) {
      case What::Edit:
        if (!edit(proposal, choice)) return desk_.tell("nothing was changed");
        [[fallthrough]];
      case What::Accept: {
        const auto plan = bench_.plan(proposal, choice);
        bench_.apply(plan);
        return desk_.tell("accepted: " + review::event_words(choice.event ? *choice.event : proposal.event) + ", " + base::visible(proposal.person) + " (" +
                          plan.person_id + " " + plan.event + "); u takes it back");
      }
      case What::Reject:
        bench_.apply(bench_.plan_rejection(proposal, request.text, choice));
        return desk_.tell("rejected: " + request.text + "; u takes it back");
      case What::NotThisPerson:
        choice.person.clear();
        bench_.apply(bench_.plan_refusal(proposal, request.person, "told apart in review", choice));
        return desk_.tell("not " + request.person + "; u takes it back");
      default:
        return;
    }
  }

  bool edit(const propose::Proposal& proposal, propose::Choice& choice) {
    const auto before = event_to_edit(proposal);
    const Scratch scratch(before);
    const int code = terminal_.pause([&] { return run_editor(scratch.path()); });
    const auto text = scratch.read();
    if (code != 0) throw base::Error("the editor ended with " + std::to_string(code) + "; nothing was changed");
    if (is_only_comments(text)) return false;
    choice.event = parse_event(text);
    choice.case_id = choice.event->case_id.id;
    return true;
  }

  const ReviewOptions& options_;
  Workbench& bench_;
  Context& context_;
  review::Desk desk_;
  review::Page page_;
  std::string drawn_;
  Terminal terminal_;
};

}  // namespace

int review_in_terminal(const ReviewOptions& options, Workbench& bench, Context& context) {
  const auto before = bench.proposals().size();
  Session(options, bench, context).run();
  bench.save();
  context.err << "review: " << before << " waited, " << bench.proposals().size()
              << " wait now; `git diff` shows what was written, `tracker record` makes a version of it\n";
  return context.strict && !bench.proposals().empty() ? kWaiting : kDone;
}

}  // namespace tracker::command
