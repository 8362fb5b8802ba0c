#include "tracker/fetch/certificate.h"

#include "tracker/base/text.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <algorithm>
#include <memory>

namespace tracker::fetch {
namespace {

constexpr std::size_t kMostCertificates = 16;
constexpr std::size_t kLongestName = 300;

struct Free {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(X509* certificate) const { X509_free(certificate); }
};
using Bio = std::unique_ptr<BIO, Free>;
using Handle = std::unique_ptr<X509, Free>;

std::string shown(std::string text) {
  return base::first_invalid_utf8(text) ? "(not printable)" : base::visible(base::shorten(text, kLongestName));
}

std::string whole_name(const X509_NAME* name) {
  const Bio out(BIO_new(BIO_s_mem()));
  X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(out.get(), &bytes);
  return shown(std::string(bytes, static_cast<std::size_t>(std::max(0L, size))));
}

std::string part_of(const X509_NAME* name, int nid) {
  const int at = X509_NAME_get_index_by_NID(name, nid, -1);
  if (at < 0) return {};
  unsigned char* bytes = nullptr;
  const int size = ASN1_STRING_to_UTF8(&bytes, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
  std::string text = size > 0 ? std::string(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size)) : std::string();
  OPENSSL_free(bytes);
  return shown(std::move(text));
}

base::Instant instant_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) != 1) return {};
  return base::Instant(std::chrono::seconds(timegm(&parts)));
}

base::Digest key_of(X509* certificate) {
  unsigned char* bytes = nullptr;
  const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &bytes);
  const base::Digest digest =
      base::sha256({reinterpret_cast<char*>(bytes), static_cast<std::size_t>(std::max(0, size))});
  OPENSSL_free(bytes);
  return digest;
}

Certificate facts_of(X509* certificate) {
  Certificate facts;
  const X509_NAME* subject = X509_get_subject_name(certificate);
  const X509_NAME* issuer = X509_get_issuer_name(certificate);
  facts.subject = whole_name(subject);
  facts.issuer = whole_name(issuer);
  facts.subject_name = part_of(subject, NID_commonName);
  facts.issuer_name = part_of(issuer, NID_commonName);
  facts.issuer_organisation = part_of(issuer, NID_organizationName);
  if (facts.issuer_organisation.empty()) facts.issuer_organisation = facts.issuer_name;
  facts.key = key_of(certificate);
  facts.valid_from = instant_of(X509_get0_notBefore(certificate));
  facts.valid_until = instant_of(X509_get0_notAfter(certificate));
  return facts;
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

const std::string* listed_name(const std::vector<Certificate>& chain, const std::vector<std::string>& roots) {
  for (const auto& certificate : chain)
    for (const auto& root : roots)
      for (const std::string* name : {&certificate.issuer_name, &certificate.subject_name, &certificate.issuer_organisation})
        if (!name->empty() && lower(*name) == lower(root)) return name;
  return nullptr;
}

/// In the last third of its life, or after it, a certificate is replaced as a matter of course.
bool is_time_to_renew(const Certificate& old, base::Instant now) {
  return now >= old.valid_until - (old.valid_until - old.valid_from) / 3;
}

}  // namespace

std::vector<Certificate> read_chain(std::string_view pem) {
  std::vector<Certificate> chain;
  const Bio in(BIO_new_mem_buf(pem.data(), static_cast<int>(std::min<std::size_t>(pem.size(), 1 << 20))));
  while (chain.size() < kMostCertificates) {
    const Handle certificate(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr));
    if (!certificate) break;
    chain.push_back(facts_of(certificate.get()));
  }
  return chain;
}

std::optional<std::string> distrust(const std::vector<Certificate>& chain,
                                    const std::vector<std::vector<Certificate>>& history,
                                    const std::vector<std::string>& interception_roots,
                                    const std::vector<std::string>& accepted, base::Instant now) {
  if (chain.empty()) return std::nullopt;
  if (const std::string* name = listed_name(chain, interception_roots))
    return "the certificate comes from \"" + *name + "\", which is known to intercept";
  const Certificate& leaf = chain.front();
  if (std::find(accepted.begin(), accepted.end(), leaf.key.hex()) != accepted.end()) return std::nullopt;
  const Certificate* last = nullptr;
  bool knows_issuer = false;
  for (const auto& earlier : history) {
    if (earlier.empty()) continue;
    if (earlier.front().key == leaf.key) return std::nullopt;
    knows_issuer |= earlier.front().issuer_organisation == leaf.issuer_organisation;
    last = &earlier.front();
  }
  if (!last) return std::nullopt;
  if (!knows_issuer)
    return "the certificate was issued by \"" + leaf.issuer_organisation + "\", earlier ones by \"" +
           last->issuer_organisation + "\" (key " + leaf.key.hex() + ")";
  if (!is_time_to_renew(*last, now))
    return "the key of the certificate is new, though the earlier certificate is good until " +
           base::to_iso(base::day_of(last->valid_until)) + " (key " + leaf.key.hex() + ")";
  return std::nullopt;
}

}  // namespace tracker::fetch
