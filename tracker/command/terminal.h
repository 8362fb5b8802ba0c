// The terminal as a full-screen program needs it, and back as it was, however the program ends.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tracker/review/keys.h"
#include "tracker/review/screen.h"

namespace tracker::command {

class Terminal {
 public:
  /// Raw mode, the other screen. Throws base::UsageError where standard input or output is no terminal.
  Terminal();
  /// Everything as it was.
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  review::Size size() const;
  void show(const std::string& bytes);

  enum class Woken { Keys, Resized, Ended };
  /// Waits without a race between looking and sleeping: the signals are blocked but for the time of ppoll(2). `Ended`: a
  /// signal asked the program to end, or the terminal is gone.
  Woken wait(std::vector<review::Key>& keys);

  /// Runs `run` with the terminal as it was before.
  template <class Run>
  auto pause(Run run) {
    leave();
    const Back back{*this};
    return run();
  }

 private:
  struct Back {
    Terminal& terminal;
    ~Back() { terminal.enter(); }
  };
  void enter();
  void leave();

  struct Saved;
  std::unique_ptr<Saved> saved_;
  review::KeyReader reader_;
};

}  // namespace tracker::command
