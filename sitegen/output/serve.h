// A preview of a built site on 127.0.0.1. Not for the public: static hosting is.
#pragma once

#include <filesystem>
#include <functional>

namespace sitegen::output {

/// Serves until the process is told to stop (SIGINT, SIGTERM). Port 0 takes a free one; `ready` hears which.
/// Throws base::Error where the port is taken or the folder is no site.
void serve(const std::filesystem::path& folder, int port, const std::function<void(int)>& ready);

}  // namespace sitegen::output
