#include "tracker/match/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace tracker::match {
namespace {

constexpr char32_t kTable = 0x0700;  // Latin with marks, Cyrillic and Arabic lie below

std::unique_ptr<icu::Transliterator> transliterator(const char* id) {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(id, UTRANS_FORWARD, error));
  return U_SUCCESS(error) ? std::move(made) : nullptr;
}

/// Kazakh in Arabic letters (töte jazu), as written in China; the high hamza only softens the vowels of its word.
std::string_view kazakh_arabic(char32_t c) {
  switch (c) {
    case U'ا': return "a";
    case U'ب': return "b";
    case U'پ': return "p";
    case U'ت': return "t";
    case U'ج': return "zh";
    case U'چ': return "ch";
    case U'ح': case U'ھ': return "h";
    case U'د': return "d";
    case U'ر': return "r";
    case U'ز': return "z";
    case U'س': return "s";
    case U'ش': return "sh";
    case U'ع': case U'گ': return "g";
    case U'ف': return "f";
    case U'ق': case U'ك': return "k";
    case U'ل': return "l";
    case U'م': return "m";
    case U'ن': case U'ڭ': return "n";
    case U'ە': case U'ه': return "e";
    case U'و': return "o";
    case U'ۇ': case U'ۋ': return "u";
    case U'ۆ': return "v";
    case U'ى': case U'ي': return "y";
    default: return {};
  }
}

/// Letters that decomposition leaves whole.
std::string_view whole_latin(char32_t c) {
  switch (c) {
    case U'ı': return "y";
    case U'ł': return "l";
    case U'ø': return "o";
    case U'ə': return "a";
    case U'đ': return "d";
    case U'ß': return "ss";
    case U'æ': return "a";
    case U'ğ': return "g";
    case U'ş': return "sh";
    case U'ç': return "ch";
    case U'š': return "sh";
    case U'ž': return "zh";
    case U'č': return "ch";
    case U'ń': case U'ñ': return "n";
    // Where the systems differ too much for a rule: one letter for the sound.
    case U'ө': return "o";
    case U'ә': return "a";
    case U'ү': case U'ұ': return "u";
    case U'ы': return "y";
    case U'щ': return "sh";
    case U'ң': return "n";
    case U'һ': return "h";
    case U'ё': case U'е': case U'э': return "e";  // BGN writes "ye" where the word begins
    default: return {};
  }
}

std::string letters_only(const icu::UnicodeString& text) {
  std::string plain;
  for (int32_t i = 0; i < text.length(); ++i) {
    const char16_t unit = text[i];
    if (unit < 0x80 && u_isalpha(unit)) plain += static_cast<char>(u_tolower(unit));
  }
  return plain;
}

class Table {
 public:
  Table() : letters_(kTable) {
    const auto kazakh = transliterator("Kazakh-Latin/BGN");
    const auto russian = transliterator("Russian-Latin/BGN");
    UErrorCode error = U_ZERO_ERROR;
    const auto* decompose = icu::Normalizer2::getNFDInstance(error);
    for (char32_t c = 0; c < kTable; ++c) {
      const auto small = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
      if (!u_isalpha(static_cast<UChar32>(small))) continue;
      if (const auto whole = whole_latin(small); !whole.empty()) {
        letters_[c] = whole;
        continue;
      }
      icu::UnicodeString text(static_cast<UChar32>(small));
      if (c >= 0x600) {
        letters_[c] = kazakh_arabic(c);
        continue;
      }
      if (small >= 0x400 && small < 0x530) {
        if (kazakh) kazakh->transliterate(text);
        if (russian) russian->transliterate(text);
      }
      letters_[c] = letters_only(decompose ? decompose->normalize(text, error) : text);
    }
  }
  const std::string& operator[](char32_t c) const { return letters_[c]; }

 private:
  std::vector<std::string> letters_;
};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

}  // namespace

std::string_view latin_of(char32_t letter) {
  static const Table table;  // made once: ICU's transliterators are slow to start
  return letter < kTable ? std::string_view(table[letter]) : std::string_view{};
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  UChar32 c = 0;
  auto at = static_cast<int32_t>(offset);
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, static_cast<int32_t>(text.size()), c);
  offset = static_cast<std::size_t>(at);
  return static_cast<char32_t>(c);
}

std::string fold_latin(std::string_view latin) {
  std::string sounds;
  for (std::size_t i = 0; i < latin.size();) {
    const auto rest = latin.substr(i);
    const auto takes = [&](std::string_view from, std::string_view to) {
      if (!rest.starts_with(from)) return false;
      sounds += to;
      i += from.size();
      return true;
    };
    // Most letters begin none of these.
    static constexpr std::string_view kFirst = "dzkgtpqwxcy";
    if (kFirst.find(latin[i]) == std::string_view::npos) {
      sounds += latin[i++];
      continue;
    }
    if (takes("dzh", "j") || takes("zh", "j") || takes("dj", "j") || takes("kh", "h") || takes("gh", "g") ||
        takes("tch", "ch") || takes("ph", "f") || takes("q", "k") || takes("w", "v") || takes("x", "ks") ||
        takes("ck", "k") || takes("y", "i"))
      continue;
    sounds += latin[i++];
  }
  std::string folded;
  for (std::size_t i = 0; i < sounds.size(); ++i) {
    const char c = sounds[i];
    if (!folded.empty() && folded.back() == c) continue;  // doubled letters, and iy, yi
    const bool is_glide = c == 'i' && i + 1 < sounds.size() && (sounds[i + 1] == 'e') &&
                          (folded.empty() || is_vowel(folded.back()));
    if (is_glide) continue;  // "Yerzhan", "Zhylanbayev"
    folded += c;
  }
  return folded;
}

}  // namespace tracker::match
