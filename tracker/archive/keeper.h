// Batches on their way to the disk while the run goes on. Waiting for the disk takes as long as the hosts take to answer, and
// whoever waits for one hears nothing of the others; so a process of its own waits.
#pragma once

#include <sys/types.h>

#include "tracker/archive/store.h"

namespace tracker::archive {

/// One batch is written at a time, in the order in which they were given.
class Keeper {
 public:
  explicit Keeper(Store& store) : store_(store) {}
  /// Waits for what is being written; what went wrong then is only known to who calls wait().
  ~Keeper();
  Keeper(const Keeper&) = delete;
  Keeper& operator=(const Keeper&) = delete;

  /// Writes the batch as Store::keep does, and returns at once; first waits for the one before. Where no process can be made it
  /// is written before this returns. Throws base::Error where the batch before could not be kept.
  void keep(const Batch& batch);
  /// A batch is being written. Throws base::Error where it could not be kept.
  bool is_busy();
  /// Returns when all is on the disk. Throws base::Error where it could not be kept.
  void wait();

 private:
  void take_end(int status);

  Store& store_;
  pid_t pid_ = -1;
  int words_ = -1;  // where the process says what went wrong
};

}  // namespace tracker::archive
