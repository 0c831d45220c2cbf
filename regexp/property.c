// regexp/property.c - \p{...}: general categories, scripts and binary properties, from libunistring's tables.
#include <string.h>
#include <unictype.h>

#include "regexp/set.h"

typedef bool (*HasProperty)(uint32_t code, const void *what);

static void add_matching(CharSet *set, HasProperty has, const void *what) {
  for (uint32_t code = 0; code <= MAX_CODE_POINT; code++) {
    if (!has(code, what)) continue;
    uint32_t first = code;
    while (code < MAX_CODE_POINT && has(code + 1, what)) code++;
    set_add(set, first, code);
  }
}

static bool in_category(uint32_t code, const void *what) {
  return uc_is_general_category(code, *(const uc_general_category_t *)what);
}
static bool in_script(uint32_t code, const void *what) {
  const uc_script_t *script = uc_script(code);
  if (script == NULL) return strcmp(((const uc_script_t *)what)->name, "Unknown") == 0;
  return script == what;
}
static bool has_property(uint32_t code, const void *what) { return uc_is_property(code, *(const uc_property_t *)what); }

typedef struct Alias {
  const char *shorter, *longer;
} Alias;

static const char *lengthen(const Alias *aliases, size_t count, const char *name) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(name, aliases[i].shorter) == 0 || strcmp(name, aliases[i].longer) == 0) return aliases[i].longer;
  }
  return NULL;
}
#define LENGTHEN(aliases, name) lengthen(aliases, sizeof(aliases) / sizeof((aliases)[0]), name)

static const Alias categories[] = {
    {"L", "Letter"}, {"LC", "Cased_Letter"}, {"Lu", "Uppercase_Letter"}, {"Ll", "Lowercase_Letter"},
    {"Lt", "Titlecase_Letter"}, {"Lm", "Modifier_Letter"}, {"Lo", "Other_Letter"}, {"M", "Mark"},
    {"Combining_Mark", "Mark"}, {"Mn", "Nonspacing_Mark"}, {"Mc", "Spacing_Mark"}, {"Me", "Enclosing_Mark"},
    {"N", "Number"}, {"Nd", "Decimal_Number"}, {"digit", "Decimal_Number"}, {"Nl", "Letter_Number"},
    {"No", "Other_Number"}, {"P", "Punctuation"}, {"punct", "Punctuation"}, {"Pc", "Connector_Punctuation"},
    {"Pd", "Dash_Punctuation"}, {"Ps", "Open_Punctuation"}, {"Pe", "Close_Punctuation"},
    {"Pi", "Initial_Punctuation"}, {"Pf", "Final_Punctuation"}, {"Po", "Other_Punctuation"}, {"S", "Symbol"},
    {"Sm", "Math_Symbol"}, {"Sc", "Currency_Symbol"}, {"Sk", "Modifier_Symbol"}, {"So", "Other_Symbol"},
    {"Z", "Separator"}, {"Zs", "Space_Separator"}, {"Zl", "Line_Separator"}, {"Zp", "Paragraph_Separator"},
    {"C", "Other"}, {"Cc", "Control"}, {"cntrl", "Control"}, {"Cf", "Format"}, {"Cs", "Surrogate"},
    {"Co", "Private_Use"}, {"Cn", "Unassigned"},
};

// The two-letter name under which libunistring has a category: the first alias.
static bool add_category(CharSet *set, const char *name) {
  const char *longer = LENGTHEN(categories, name);
  if (longer == NULL) return false;
  const Alias *alias = categories;
  while (strcmp(alias->longer, longer) != 0) alias++;
  uc_general_category_t category = uc_general_category_byname(alias->shorter);
  add_matching(set, in_category, &category);
  return true;
}

static const Alias properties[] = {
    {"AHex", "ASCII_Hex_Digit"}, {"Alpha", "Alphabetic"}, {"Bidi_C", "Bidi_Control"}, {"CI", "Case_Ignorable"},
    {"Cased", "Cased"}, {"CWCF", "Changes_When_Casefolded"}, {"CWCM", "Changes_When_Casemapped"},
    {"CWL", "Changes_When_Lowercased"}, {"CWT", "Changes_When_Titlecased"}, {"CWU", "Changes_When_Uppercased"},
    {"Dash", "Dash"}, {"DI", "Default_Ignorable_Code_Point"}, {"Dep", "Deprecated"}, {"Dia", "Diacritic"},
    {"Emoji", "Emoji"}, {"EComp", "Emoji_Component"}, {"EMod", "Emoji_Modifier"}, {"EBase", "Emoji_Modifier_Base"},
    {"EPres", "Emoji_Presentation"}, {"ExtPict", "Extended_Pictographic"}, {"Ext", "Extender"},
    {"Gr_Base", "Grapheme_Base"}, {"Gr_Ext", "Grapheme_Extend"}, {"Hex", "Hex_Digit"}, {"IDC", "ID_Continue"},
    {"IDS", "ID_Start"}, {"Ideo", "Ideographic"}, {"Join_C", "Join_Control"}, {"LOE", "Logical_Order_Exception"},
    {"Lower", "Lowercase"}, {"Math", "Math"}, {"NChar", "Noncharacter_Code_Point"}, {"Pat_Syn", "Pattern_Syntax"},
    {"Pat_WS", "Pattern_White_Space"}, {"QMark", "Quotation_Mark"}, {"Radical", "Radical"},
    {"Term", "Terminal_Punctuation"}, {"UIdeo", "Unified_Ideograph"}, {"Upper", "Uppercase"},
    {"space", "White_Space"}, {"VS", "Variation_Selector"}, {"XIDC", "XID_Continue"}, {"XIDS", "XID_Start"},
    {"SD", "Soft_Dotted"}, {"STerm", "Sentence_Terminal"},
};

static bool add_binary(CharSet *set, const char *name) {
  if (strcmp(name, "Any") == 0) return set_add(set, 0, MAX_CODE_POINT), true;
  if (strcmp(name, "ASCII") == 0) return set_add(set, 0, 127), true;
  if (strcmp(name, "Assigned") == 0) {
    CharSet *unassigned = set_new(set->arena);
    add_category(unassigned, "Cn");
    set_add_all(set, set_complement(unassigned));
    return true;
  }
  const char *longer = LENGTHEN(properties, name);
  if (longer == NULL) return false;
  uc_property_t property = uc_property_byname(longer);
  if (!uc_property_is_valid(property)) return false;
  add_matching(set, has_property, &property);
  return true;
}

static const Alias scripts[] = {
    {"Arab", "Arabic"}, {"Armn", "Armenian"}, {"Beng", "Bengali"}, {"Bopo", "Bopomofo"}, {"Brai", "Braille"},
    {"Cher", "Cherokee"}, {"Copt", "Coptic"}, {"Cyrl", "Cyrillic"}, {"Deva", "Devanagari"}, {"Ethi", "Ethiopic"},
    {"Geor", "Georgian"}, {"Goth", "Gothic"}, {"Grek", "Greek"}, {"Gujr", "Gujarati"}, {"Guru", "Gurmukhi"},
    {"Hang", "Hangul"}, {"Hani", "Han"}, {"Hebr", "Hebrew"}, {"Hira", "Hiragana"}, {"Kana", "Katakana"},
    {"Khmr", "Khmer"}, {"Knda", "Kannada"}, {"Laoo", "Lao"}, {"Latn", "Latin"}, {"Mlym", "Malayalam"},
    {"Mong", "Mongolian"}, {"Mymr", "Myanmar"}, {"Ogam", "Ogham"}, {"Orya", "Oriya"}, {"Runr", "Runic"},
    {"Sinh", "Sinhala"}, {"Syrc", "Syriac"}, {"Taml", "Tamil"}, {"Telu", "Telugu"}, {"Thaa", "Thaana"},
    {"Tibt", "Tibetan"}, {"Yiii", "Yi"}, {"Zinh", "Inherited"}, {"Qaai", "Inherited"}, {"Zyyy", "Common"},
};

static bool add_script(CharSet *set, const char *name) {
  const char *longer = LENGTHEN(scripts, name);
  const uc_script_t *script = uc_script_byname(longer ? longer : name);
  if (script == NULL) return false;
  add_matching(set, in_script, script);
  return true;
}

bool set_add_property(CharSet *set, const char *name, const char *value) {
  if (value == NULL) return add_category(set, name) || add_binary(set, name);
  if (strcmp(name, "General_Category") == 0 || strcmp(name, "gc") == 0) return add_category(set, value);
  if (strcmp(name, "Script") == 0 || strcmp(name, "sc") == 0) return add_script(set, value);
  return false;
}
