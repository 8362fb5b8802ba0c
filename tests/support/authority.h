// A certificate authority of a test's own, and the certificates it makes: good ones, and each kind of bad one.
#pragma once

#include <memory>
#include <string>

typedef struct evp_pkey_st EVP_PKEY;
typedef struct x509_st X509;

namespace tests {

/// A key with its certificate.
struct Identity {
  EVP_PKEY* key = nullptr;
  X509* certificate = nullptr;
  Identity() = default;
  ~Identity();
  Identity(const Identity&) = delete;
  Identity& operator=(const Identity&) = delete;
  /// The certificate as PEM.
  std::string pem() const;
};

struct CertificateWish {
  std::string name = "127.0.0.1";  // host name, or an IPv4 address
  long long valid_from = -3600;    // seconds from now
  long long valid_until = 3600;
};

class Authority {
 public:
  explicit Authority(const std::string& name, const std::string& organisation);
  std::unique_ptr<Identity> issue(const CertificateWish& wish = {}) const;
  /// One that nobody but itself vouches for.
  static std::unique_ptr<Identity> self_signed(const CertificateWish& wish = {});
  /// The root as PEM, for a file of those to be believed.
  std::string pem() const { return root_->pem(); }

 private:
  std::unique_ptr<Identity> root_;
};

}  // namespace tests
