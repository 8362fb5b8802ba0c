// What one person's entry rests on, in one zip: for a lawyer, an archive, a body that examines the case.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "sitegen/view/view.h"

namespace sitegen::data {

/// The bytes of an archived capture by the hexadecimal digits of its SHA-256; nothing where the archive has none.
using Captures = std::function<std::optional<std::string>(const std::string& digest)>;

/// data/evidence/kz-0001.zip:
///
///   README.txt       what this is and how to check it
///   person.json      the person as `tracker show --json` gives it
///   citations.csv    every citation of the person's events, with the capture that it rests on
///   receipts.jsonl   how each capture was fetched
///   captures/…       the captures, named by their digest
///   SHA256SUMS       for `sha256sum -c`
///
/// A citation without a capture of its own takes the newest one of its address. What the archive does not have is said.
view::OutputFile evidence(const view::View& view, const tracker::model::Person& person, const Captures& captures);

}  // namespace sitegen::data
