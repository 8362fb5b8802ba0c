#include "tests/support/authority.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <atomic>
#include <stdexcept>

namespace tests {
namespace {

void add_name(X509_NAME* name, const char* field, const std::string& value) {
  if (value.empty()) return;
  X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(value.c_str()), -1, -1, 0);
}

void add_extension(X509* certificate, X509* issuer, int nid, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
  if (!extension) throw std::runtime_error("cannot make the extension " + value);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

std::unique_ptr<Identity> fresh(const std::string& name, const std::string& organisation, long long from, long long until) {
  static std::atomic<long> serial{1};
  auto identity = std::make_unique<Identity>();
  identity->key = EVP_EC_gen("P-256");
  identity->certificate = X509_new();
  X509* certificate = identity->certificate;
  X509_set_version(certificate, X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), serial++);
  X509_gmtime_adj(X509_getm_notBefore(certificate), static_cast<long>(from));
  X509_gmtime_adj(X509_getm_notAfter(certificate), static_cast<long>(until));
  X509_set_pubkey(certificate, identity->key);
  add_name(X509_get_subject_name(certificate), "O", organisation);
  add_name(X509_get_subject_name(certificate), "CN", name);
  return identity;
}

void add_host(X509* certificate, X509* issuer, const std::string& name) {
  const bool is_address = name.find_first_not_of("0123456789.") == std::string::npos;
  add_extension(certificate, issuer, NID_subject_alt_name, (is_address ? "IP:" : "DNS:") + name);
}

void sign(X509* certificate, X509* issuer, EVP_PKEY* key) {
  X509_set_issuer_name(certificate, X509_get_subject_name(issuer));
  if (X509_sign(certificate, key, EVP_sha256()) == 0) throw std::runtime_error("cannot sign");
}

}  // namespace

Identity::~Identity() {
  X509_free(certificate);
  EVP_PKEY_free(key);
}

std::string Identity::pem() const {
  BIO* out = BIO_new(BIO_s_mem());
  PEM_write_bio_X509(out, certificate);
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(out, &bytes);
  std::string text(bytes, static_cast<std::size_t>(size));
  BIO_free(out);
  return text;
}

Authority::Authority(const std::string& name, const std::string& organisation)
    : root_(fresh(name, organisation, -7200, 7200)) {
  add_extension(root_->certificate, root_->certificate, NID_basic_constraints, "critical,CA:TRUE");
  add_extension(root_->certificate, root_->certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
  sign(root_->certificate, root_->certificate, root_->key);
}

std::unique_ptr<Identity> Authority::issue(const CertificateWish& wish) const {
  auto identity = fresh(wish.name, "", wish.valid_from, wish.valid_until);
  add_host(identity->certificate, root_->certificate, wish.name);
  sign(identity->certificate, root_->certificate, root_->key);
  return identity;
}

std::unique_ptr<Identity> Authority::self_signed(const CertificateWish& wish) {
  auto identity = fresh(wish.name, "", wish.valid_from, wish.valid_until);
  add_host(identity->certificate, identity->certificate, wish.name);
  sign(identity->certificate, identity->certificate, identity->key);
  return identity;
}

}  // namespace tests
