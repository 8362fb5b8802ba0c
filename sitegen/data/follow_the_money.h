// The record as FollowTheMoney entities (followthemoney.tech), one a line, for Aleph and other tools of investigators:
// Person, CourtCase and CourtCaseParty, Event, Organization (who recognises) and UnknownLink (whom).
#pragma once

#include <string>

#include "sitegen/view/view.h"

namespace sitegen::data {

/// Ids are made of the site's tag authority and the entity's id, so that they are the same in every version and meet no
/// others. The first line's entities are people, in the record's order. Nothing is said to be "wanted" or "sanctioned":
/// topics that mark suspects do not fit those who are persecuted.
std::string follow_the_money(const view::View& view);

}  // namespace sitegen::data
