// The tree behind a document's nodes. A private header of this folder.
#pragma once

#include <pugixml.hpp>

namespace tracker::markup {

inline pugi::xml_node to_pugi(void* node) { return pugi::xml_node(static_cast<pugi::xml_node_struct*>(node)); }

}  // namespace tracker::markup
