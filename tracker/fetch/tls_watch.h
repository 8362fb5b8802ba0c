// Looks over the TLS library's shoulder while it checks certificates. A private header of this folder.
#pragma once

#include <string>

namespace tracker::fetch {

/// `context` is the SSL_CTX of a connection that is going to be made. Every chain that is built for it is written to
/// `chain` as PEM, leaf first, whether it is then believed or not; what is believed does not change. `chain` must live
/// as long as the connection. False where that cannot be arranged.
bool watch_certificates(void* context, std::string& chain);

}  // namespace tracker::fetch
