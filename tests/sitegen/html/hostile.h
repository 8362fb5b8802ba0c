// Thirty kinds of text that must never become more than text.
#pragma once

#include <string>
#include <vector>

namespace tests {

inline const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> kTexts = {
      "<script>alert(1)</script>",
      "</script><script>alert(1)</script>",
      "<img src=x onerror=alert(1)>",
      "<svg onload=alert(1)>",
      "<iframe src=https://evil.example></iframe>",
      "\"><script>alert(1)</script>",
      "' onmouseover='alert(1)",
      "\" autofocus onfocus=\"alert(1)",
      "javascript:alert(1)",
      "[click](javascript:alert(1))",
      "[click](JaVaScRiPt:alert(1))",
      "[click](data:text/html;base64,PHNjcmlwdD4=)",
      "[click](vbscript:msgbox)",
      "<javascript:alert(1)>",
      "![x](https://evil.example/pixel.png)",
      "![x](x \"onerror=alert(1)\")",
      "<!-- --><b>bold</b>",
      "<![CDATA[<b>]]>",
      "&lt;script&gt;alert(1)&lt;/script&gt;",
      "&#60;script&#62;",
      "</title></head><body>",
      "<style>body{display:none}</style>",
      "<base href=https://evil.example/>",
      "<meta http-equiv=refresh content=0;url=https://evil.example>",
      "\xE2\x80\xAEtxt.exe",
      "\xE2\x81\xA6isolated\xE2\x81\xA9",
      std::string("nul\0byte", 8),
      "bell\x07 escape\x1B[31m",
      "\xC0\xAFoverlong \xED\xA0\x80surrogate \xFF",
      "`<script>` and ```\n<script>\n```",
      "<a href=\"javascript:alert(1)\" style=\"position:fixed\">x</a>",
      "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
      "{{constructor.constructor('alert(1)')()}}",
      std::string(20000, '<'),
  };
  return kTexts;
}

}  // namespace tests
