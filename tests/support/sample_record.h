// A made-up list of an invented country, with three languages, several cases and two versions: what views and
// pages are tested on. Nobody in it exists.
#pragma once

#include "sitegen/view/view.h"
#include "tracker/model/record.h"

namespace tests {

/// The state after version 2.
tracker::model::Record sample_record();
/// The same with two amnesty acts to assess by: an old one whose list has nobody's article, and one of 1 January 2024 that frees whoever did something petty
/// and reduces the term of others.
tracker::model::Record sample_record_with_acts();
/// The state after version 1: without the last events and the last person.
tracker::model::Record sample_record_before();
/// A chain whose states are these, in order, recorded a month apart from 1 March 2024 on.
std::vector<tracker::version::Version> versions_of(const std::vector<tracker::model::Record>& states);
std::vector<tracker::model::Receipt> sample_receipts();
/// The view of both versions.
sitegen::view::View sample_view();
/// The real words of content/i18n, because pages are made of them.
std::vector<tracker::model::Words> words_of_the_site();

}  // namespace tests
