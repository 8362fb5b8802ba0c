#include "tracker/fetch/tls_watch.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <memory>

namespace tracker::fetch {
namespace {

constexpr int kMostCertificates = 16;
constexpr std::size_t kMostBytes = 256 * 1024;

int slot() {
  static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
  return index;
}

std::string pem_of(STACK_OF(X509) * certificates) {
  struct Free {
    void operator()(BIO* bio) const { BIO_free(bio); }
  };
  const std::unique_ptr<BIO, Free> out(BIO_new(BIO_s_mem()));
  for (int i = 0; out && i < std::min(sk_X509_num(certificates), kMostCertificates); ++i)
    PEM_write_bio_X509(out.get(), sk_X509_value(certificates, i));
  char* bytes = nullptr;
  const long size = out ? BIO_get_mem_data(out.get(), &bytes) : 0;
  return size > 0 && static_cast<std::size_t>(size) <= kMostBytes ? std::string(bytes, static_cast<std::size_t>(size))
                                                                   : std::string();
}

/// Called for each certificate as it is checked, and again where one is not believed.
int on_check(int is_fine, X509_STORE_CTX* store) {
  const auto* ssl = static_cast<SSL*>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
  auto* chain = ssl ? static_cast<std::string*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), slot())) : nullptr;
  STACK_OF(X509)* built = X509_STORE_CTX_get0_chain(store);
  if (chain && built) *chain = pem_of(built);
  return is_fine;
}

}  // namespace

bool watch_certificates(void* context, std::string& chain) {
  auto* tls = static_cast<SSL_CTX*>(context);
  if (slot() < 0 || SSL_CTX_set_ex_data(tls, slot(), &chain) != 1) return false;
  SSL_CTX_set_options(tls, SSL_OP_NO_RENEGOTIATION);
  SSL_CTX_set_verify(tls, SSL_CTX_get_verify_mode(tls), on_check);
  return true;
}

}  // namespace tracker::fetch
