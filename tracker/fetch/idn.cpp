#include "tracker/fetch/idn.h"

#include "tracker/base/text.h"

#include <unicode/idna.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <memory>

namespace tracker::fetch {
namespace {

constexpr std::size_t kLongestHost = 253;

const icu::IDNA* idna() {
  static const std::unique_ptr<icu::IDNA> made = [] {
    UErrorCode error = U_ZERO_ERROR;
    return std::unique_ptr<icu::IDNA>(icu::IDNA::createUTS46Instance(
        UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE,
        error));
  }();
  return made.get();
}

struct CloseChecker {
  void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
};

const USpoofChecker* checker() {
  static const std::unique_ptr<USpoofChecker, CloseChecker> made = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<USpoofChecker, CloseChecker> opened(uspoof_open(&error));
    if (U_FAILURE(error)) return decltype(opened)();
    uspoof_setRestrictionLevel(opened.get(), USPOOF_HIGHLY_RESTRICTIVE);
    uspoof_setChecks(opened.get(), USPOOF_RESTRICTION_LEVEL, &error);
    return opened;
  }();
  return made.get();
}

/// Two names with the same skeleton look alike (UTS 39, 4).
icu::UnicodeString skeleton(std::string_view host) {
  icu::UnicodeString shape;
  UErrorCode error = U_ZERO_ERROR;
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(host.data(), static_cast<int32_t>(host.size())));
  if (checker()) uspoof_getSkeletonUnicodeString(checker(), 0, text, shape, &error);
  return U_SUCCESS(error) ? shape : icu::UnicodeString();
}

bool mixes_scripts(std::string_view label) {
  UErrorCode error = U_ZERO_ERROR;
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(label.data(), static_cast<int32_t>(label.size())));
  return checker() && uspoof_checkUnicodeString(checker(), text, nullptr, &error) != 0 && U_SUCCESS(error);
}

}  // namespace

std::optional<std::string> host_to_ascii(std::string_view host) {
  if (!idna() || host.size() > kLongestHost * 4 || base::first_invalid_utf8(host)) return std::nullopt;
  std::string ascii;
  icu::StringByteSink<std::string> sink(&ascii);
  icu::IDNAInfo info;
  UErrorCode error = U_ZERO_ERROR;
  idna()->nameToASCII_UTF8(icu::StringPiece(host.data(), static_cast<int32_t>(host.size())), sink, info, error);
  if (U_FAILURE(error) || info.hasErrors() || ascii.empty() || ascii.size() > kLongestHost) return std::nullopt;
  return ascii;
}

std::string host_to_unicode(std::string_view host) {
  std::string text;
  icu::StringByteSink<std::string> sink(&text);
  icu::IDNAInfo info;
  UErrorCode error = U_ZERO_ERROR;
  if (!idna() || host.size() > kLongestHost) return std::string(host);
  idna()->nameToUnicodeUTF8(icu::StringPiece(host.data(), static_cast<int32_t>(host.size())), sink, info, error);
  return U_FAILURE(error) || info.hasErrors() ? std::string(host) : text;
}

std::optional<std::string> look_alike(std::string_view host, const std::vector<std::string>& known) {
  if (host.find("xn--") == std::string_view::npos) return std::nullopt;
  const std::string written = host_to_unicode(host);
  const auto shape = skeleton(written);
  for (const auto& other : known)
    if (other != host && !shape.isEmpty() && skeleton(host_to_unicode(other)) == shape)
      return "the host " + std::string(host) + " (" + base::visible(written) + ") looks like " + other + " and is another";
  for (const auto label : base::split(written, '.'))
    if (mixes_scripts(label))
      return "the host " + std::string(host) + " mixes scripts in one name: " + base::visible(written);
  return std::nullopt;
}

}  // namespace tracker::fetch
