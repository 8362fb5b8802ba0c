// From the site's file and the words of the command line to what a session needs. Pure.
#pragma once

#include <string>

#include "tracker/command/commands.h"
#include "tracker/fetch/session.h"
#include "tracker/model/entity.h"

namespace tracker::command {

/// What stands on the command line counts more than what stands in site.toml. Throws base::UsageError for a proxy that is
/// neither http://host:port nor socks5h://host:port: with socks5 the names would be resolved here, where others can see.
fetch::Settings fetch_settings(const model::Site& site, const FetchOptions& options, const std::string& version);

}  // namespace tracker::command
