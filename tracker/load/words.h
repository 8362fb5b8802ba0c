// Files of words: a head of three keys, then tables of strings, which become one flat list of dotted keys.
//
//   language = "en"
//   [status]
//   imprisoned = "imprisoned"        →  status.imprisoned
#pragma once

#include "tracker/load/report.h"
#include "tracker/model/entity.h"

#include <toml++/toml.h>

namespace tracker::load {

/// `name` and `draft` may stand in another file of the same language; assemble() asks for the name.
model::Words read_words(const toml::table& table, Report& report);

}  // namespace tracker::load
