#include "tracker/review/desk.h"

#include <algorithm>

#include "tracker/base/text.h"

namespace tracker::review {
namespace {

using What = Request::What;
using Kind = Key::Kind;

constexpr std::size_t kLongestReason = 300;  // bytes

constexpr const char* kKeys =
    "a accept  e edit  r reject  n not this person  l later  u undo  ? help  q quit";

std::vector<Passage> help() {
  const auto line = [](std::string key, std::string words) { return Passage{std::move(key), {{std::move(words), Style::Plain}}}; };
  return {
      line("a", "Accept: the event is written into content/, and the checks run; where they fail nothing is kept."),
      line("e", "Edit: the event is opened in $EDITOR as it would be written; saving it accepts it. An empty file changes nothing."),
      line("r", "Reject, with a reason: remembered in content/rulings/, and never asked again."),
      line("n", "Not this person: remembered, and the next one who could be meant is asked, or a new person proposed."),
      line("l", "Later: the proposal goes to the end of the row, for now."),
      line("u", "Undo what was decided last."),
      line("j k", "Scroll, as do the arrow keys, space, page up and page down; [ and ] go to other proposals."),
      line("q", "Leave. What was decided is written already; `git diff` shows it, `tracker record` makes a version of it."),
      line("", "What is marked CAREFUL, and what the program is not sure of, is only ever accepted one by one."),
  };
}

void drop_letter(std::string& text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80) text.pop_back();
  if (!text.empty()) text.pop_back();
}

}  // namespace

void Desk::set(std::vector<propose::Proposal> proposals) {
  const std::string shown = current_id();
  proposals_ = std::move(proposals);
  const auto rank = [&](const propose::Proposal& proposal) {
    const auto found = std::find(later_.begin(), later_.end(), proposal.id);
    return found == later_.end() ? 0 : 1 + (found - later_.begin());
  };
  std::stable_sort(proposals_.begin(), proposals_.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  const auto same = std::find_if(proposals_.begin(), proposals_.end(), [&](const auto& one) { return one.id == shown; });
  if (same != proposals_.end()) {
    at_ = static_cast<std::size_t>(same - proposals_.begin());
    return;
  }
  at_ = proposals_.empty() ? 0 : std::min(at_, proposals_.size() - 1);
  scroll_ = 0;
}

const std::string& Desk::current_id() const {
  static const std::string kNone;
  return at_ < proposals_.size() ? proposals_[at_].id : kNone;
}

const propose::Proposal* Desk::current() const { return at_ < proposals_.size() ? &proposals_[at_] : nullptr; }

Request Desk::press(const Key& key) {
  message_.clear();
  switch (mode_) {
    case Mode::Browse: return browse(key);
    case Mode::Reason: return type_reason(key);
    case Mode::Person: return choose_person(key);
    case Mode::Help:
      mode_ = Mode::Browse;
      scroll_ = 0;
      return {};
  }
  return {};
}

void Desk::move(int by) {
  if (proposals_.empty()) return;
  const auto count = static_cast<int>(proposals_.size());
  at_ = static_cast<std::size_t>((static_cast<int>(at_) + by + count) % count);
  scroll_ = 0;
}

void Desk::put_off() {
  if (proposals_.empty()) return;
  const std::string id = current_id();
  std::erase(later_, id);
  later_.push_back(id);
  std::rotate(proposals_.begin() + static_cast<std::ptrdiff_t>(at_), proposals_.begin() + static_cast<std::ptrdiff_t>(at_) + 1,
              proposals_.end());
  if (at_ >= proposals_.size()) at_ = 0;
  scroll_ = 0;
}

Request Desk::browse(const Key& key) {
  static constexpr int kPage = 10;
  switch (key.kind) {
    case Kind::Up: --scroll_; return {};
    case Kind::Down: ++scroll_; return {};
    case Kind::PageUp: scroll_ -= kPage; return {};
    case Kind::PageDown: scroll_ += kPage; return {};
    case Kind::Home: scroll_ = 0; return {};
    case Kind::End: scroll_ = 1 << 20; return {};
    case Kind::Letter: break;
    default: return {};
  }
  const std::string& letter = key.text;
  if (letter == "q") return {What::Quit, current_id()};
  if (letter == "u") return {What::Undo, current_id()};
  if (letter == "?" || letter == "h") {
    mode_ = Mode::Help;
    scroll_ = 0;
    return {};
  }
  const auto* proposal = current();
  if (!proposal) return {};
  const bool asks = proposal->identity.verdict == match::Verdict::Ask && proposal->kind == propose::Kind::Event;
  if (letter == "j") ++scroll_;
  if (letter == "k") --scroll_;
  if (letter == " ") scroll_ += kPage;
  if (letter == "]") move(1);
  if (letter == "[") move(-1);
  if (letter == "l") put_off();
  if (letter == "a" || letter == "e") {
    const Request request{letter == "a" ? What::Accept : What::Edit, proposal->id};
    if (!asks) return request;
    asked_ = request;
    mode_ = Mode::Person;
  }
  if (letter == "r") {
    mode_ = Mode::Reason;
    reason_.clear();
  }
  if (letter == "n") {
    const auto& candidates = proposal->identity.candidates;
    if (candidates.empty() || candidates.front().refused) {
      tell("nobody of the list is proposed here");
      return {};
    }
    return {What::NotThisPerson, proposal->id, "", candidates.front().id};
  }
  return {};
}

Request Desk::type_reason(const Key& key) {
  switch (key.kind) {
    case Kind::Escape: mode_ = Mode::Browse; return {};
    case Kind::Backspace: drop_letter(reason_); return {};
    case Kind::Letter:
      if (reason_.size() < kLongestReason) reason_ += key.text;
      return {};
    case Kind::Enter: break;
    default: return {};
  }
  if (base::trim(reason_).empty()) {
    tell("a rejection needs a reason; escape leaves the proposal as it is");
    return {};
  }
  mode_ = Mode::Browse;
  return {What::Reject, current_id(), std::string(base::trim(reason_))};
}

Request Desk::choose_person(const Key& key) {
  const auto* proposal = current();
  if (!proposal || key.kind == Kind::Escape) {
    mode_ = Mode::Browse;
    return {};
  }
  if (key.kind != Kind::Letter) return {};
  Request request = asked_;
  if (key.text == "n") {
    request.person = "new";
  } else if (key.text.size() == 1 && key.text[0] >= '1' && key.text[0] <= '9') {
    const auto number = static_cast<std::size_t>(key.text[0] - '1');
    if (number >= proposal->identity.candidates.size()) return {};
    request.person = proposal->identity.candidates[number].id;
  } else {
    return {};
  }
  mode_ = Mode::Browse;
  return request;
}

Frame Desk::frame(const Page& page, Size size) {
  Line title;
  std::vector<Passage> body;
  std::string message = message_, keys = kKeys;
  if (mode_ == Mode::Help) {
    title = {{"Keys", Style::Strong}};
    body = help();
    keys = "any key goes back";
  } else if (!current()) {
    title = {{"Nothing waits for a decision", Style::Strong}};
    keys = "u undo  q quit";
  } else {
    title = {{std::to_string(at_ + 1) + "/" + std::to_string(proposals_.size()) + "  ", Style::Dim}};
    title.insert(title.end(), page.title.begin(), page.title.end());
    body = page.passages;
  }
  if (mode_ == Mode::Reason) {
    message = "Reason: " + base::visible(reason_) + "_";
    keys = "enter rejects  escape leaves it";
  }
  if (mode_ == Mode::Person) {
    message = "Who is it? The number of somebody under WHY, or n for a new person.";
    keys = "1-9 that person  n a new person  escape leaves it";
  }
  Frame frame = frame_of(title, body, message, keys, size, scroll_);
  scroll_ = frame.scroll;
  return frame;
}

}  // namespace tracker::review
