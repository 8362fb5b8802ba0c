// What keys mean while proposals are gone through: which one is shown, what is being asked, what is to be done. It knows
// no terminal and no file; a web page can drive it as well.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tracker/propose/proposal.h"
#include "tracker/review/keys.h"
#include "tracker/review/screen.h"

namespace tracker::review {

/// What whoever drives the desk has to do.
struct Request {
  enum class What { Nothing, Accept, Edit, Reject, NotThisPerson, Undo, Quit };
  What what = What::Nothing;
  std::string proposal;
  std::string text = {};    // the reason of a rejection
  std::string person = {};  // an id or "new", where it was asked
};

class Desk {
 public:
  /// The proposals as they now stand; the one that was shown stays shown where it still waits.
  void set(std::vector<propose::Proposal> proposals);
  /// A line for the person: what was done, or why it was not.
  void tell(std::string message) { message_ = std::move(message); }

  /// Null where nothing waits.
  const propose::Proposal* current() const;
  std::size_t waiting() const { return proposals_.size(); }

  Request press(const Key& key);

  /// The window. `page` is that of the current proposal.
  Frame frame(const Page& page, Size size);

 private:
  enum class Mode { Browse, Reason, Person, Help };
  Request browse(const Key& key);
  Request type_reason(const Key& key);
  Request choose_person(const Key& key);
  void move(int by);
  void put_off();
  const std::string& current_id() const;

  std::vector<propose::Proposal> proposals_;
  std::vector<std::string> later_;  // ids, in the order in which they were put off
  std::size_t at_ = 0;
  int scroll_ = 0;
  Mode mode_ = Mode::Browse;
  Request asked_;  // what is done once the answer is there
  std::string reason_;
  std::string message_;
};

}  // namespace tracker::review
