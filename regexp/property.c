// regexp/property.c - \p{...}: general categories from libunistring's tables, scripts and binary properties from
// PCRE2's.
//
// PCRE2 knows properties in UTF mode alone, and tells nothing of them but by matching: so each is looked up by matching
// runs of it in a text of all characters.
#define PCRE2_CODE_UNIT_WIDTH 16
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>

#include "base/memory.h"
#include "regexp/regexp.h"
#include "regexp/set.h"

static void add_category_members(CharSet *set, uc_general_category_t category) {
  for (uint32_t code = 0; code <= MAX_CODE_POINT; code++) {
    if (!uc_is_general_category(code, category)) continue;
    uint32_t first = code;
    while (code < MAX_CODE_POINT && uc_is_general_category(code + 1, category)) code++;
    set_add(set, first, code);
  }
}

// ------------------------------------------------------------------------------------------ the text of all characters

#define UNITS_BELOW_SURROGATES 0xD800u
#define UNITS_IN_PLANE_0 (0x10000u - 0x800u)
#define UNITS (UNITS_IN_PLANE_0 + 2 * 0x100000u)

static uint16_t *all_characters(void) {
  uint16_t *text = checked_malloc(UNITS * sizeof *text), *at = text;
  for (uint32_t code = 0; code <= MAX_CODE_POINT; code++) {
    if (code >= 0xD800 && code < 0xE000) continue;
    if (code > 0xFFFF) *at++ = (uint16_t)(0xD7C0 + (code >> 10));
    *at++ = (uint16_t)(code > 0xFFFF ? 0xDC00 + (code & 0x3FF) : code);
  }
  return text;
}

static uint32_t code_at(size_t offset) {
  if (offset < UNITS_BELOW_SURROGATES) return (uint32_t)offset;
  if (offset < UNITS_IN_PLANE_0) return (uint32_t)offset + 0x800;
  return 0x10000 + (uint32_t)(offset - UNITS_IN_PLANE_0) / 2;
}

static void add_runs(CharSet *set, const pcre2_code *code) {
  pcre2_match_data *data = pcre2_match_data_create(1, NULL);
  uint16_t *text = all_characters();
  if (data == NULL) memory_failed(sizeof(PCRE2_SIZE));
  const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data);
  for (size_t at = 0; pcre2_match(code, text, UNITS, at, PCRE2_NO_UTF_CHECK, data, NULL) > 0; at = ends[1]) {
    set_add(set, code_at(ends[0]), code_at(ends[1]) - 1);
  }
  free(text);
  pcre2_match_data_free(data);
}

// `prefix` and `name` as PCRE2 writes them between the braces; false: it does not know the name.
static bool add_known_to_pcre2(CharSet *set, const char *prefix, const char *name, bool machine_code) {
  char text[100];
  uint16_t pattern[100];
  int length = snprintf(text, sizeof text, "\\p{%s%s}++", prefix, name), error;
  for (int i = 0; i < length; i++) pattern[i] = (uint8_t)text[i];
  PCRE2_SIZE offset;
  pcre2_code *code = pcre2_compile(pattern, (size_t)length, PCRE2_UTF, &error, &offset, NULL);
  if (code == NULL && error == PCRE2_ERROR_HEAP_FAILED) memory_failed((size_t)length);
  if (code == NULL) return false;
  if (machine_code) pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  add_runs(set, code);
  pcre2_code_free(code);
  pcre2_jit_free_unused_memory(NULL);
  return true;
}

// --------------------------------------------------------------------------------------------------------------- names

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

// clang-format off
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
    {"Co", "Private_Use"}, {"Cn", "Unassigned"}
};
// clang-format on

// The two-letter name under which libunistring has a category: the first alias.
static bool add_category(CharSet *set, const char *name) {
  const char *longer = LENGTHEN(categories, name);
  if (longer == NULL) return false;
  const Alias *alias = categories;
  while (strcmp(alias->longer, longer) != 0) alias++;
  add_category_members(set, uc_general_category_byname(alias->shorter));
  return true;
}

// clang-format off
static const Alias properties[] = {
    {"AHex", "ASCII_Hex_Digit"}, {"Alpha", "Alphabetic"}, {"Bidi_C", "Bidi_Control"}, {"Bidi_M", "Bidi_Mirrored"},
    {"CI", "Case_Ignorable"}, {"IDSB", "IDS_Binary_Operator"}, {"IDST", "IDS_Trinary_Operator"},
    {"RI", "Regional_Indicator"},
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
    {"SD", "Soft_Dotted"}, {"STerm", "Sentence_Terminal"}
};
// clang-format on

static bool add_binary(CharSet *set, const char *name, bool machine_code) {
  if (strcmp(name, "Any") == 0) return set_add(set, 0, MAX_CODE_POINT), true;
  if (strcmp(name, "ASCII") == 0) return set_add(set, 0, 127), true;
  if (strcmp(name, "Assigned") == 0) {
    CharSet *unassigned = set_new(set->arena);
    add_category(unassigned, "Cn");
    set_add_all(set, set_complement(unassigned));
    return true;
  }
  const char *longer = LENGTHEN(properties, name);
  return longer != NULL && add_known_to_pcre2(set, "", longer, machine_code);
}

// clang-format off
static const Alias scripts[] = {
    {"Adlm", "Adlam"}, {"Aghb", "Caucasian_Albanian"}, {"Ahom", "Ahom"}, {"Arab", "Arabic"},
    {"Armi", "Imperial_Aramaic"}, {"Armn", "Armenian"}, {"Avst", "Avestan"}, {"Bali", "Balinese"}, {"Bamu", "Bamum"},
    {"Bass", "Bassa_Vah"}, {"Batk", "Batak"}, {"Beng", "Bengali"}, {"Bhks", "Bhaiksuki"}, {"Bopo", "Bopomofo"},
    {"Brah", "Brahmi"}, {"Brai", "Braille"}, {"Bugi", "Buginese"}, {"Buhd", "Buhid"}, {"Cakm", "Chakma"},
    {"Cans", "Canadian_Aboriginal"}, {"Cari", "Carian"}, {"Cham", "Cham"}, {"Cher", "Cherokee"},
    {"Chrs", "Chorasmian"}, {"Copt", "Coptic"}, {"Qaac", "Coptic"}, {"Cpmn", "Cypro_Minoan"}, {"Cprt", "Cypriot"},
    {"Cyrl", "Cyrillic"}, {"Deva", "Devanagari"}, {"Diak", "Dives_Akuru"}, {"Dogr", "Dogra"}, {"Dsrt", "Deseret"},
    {"Dupl", "Duployan"}, {"Egyp", "Egyptian_Hieroglyphs"}, {"Elba", "Elbasan"}, {"Elym", "Elymaic"},
    {"Ethi", "Ethiopic"}, {"Geor", "Georgian"}, {"Glag", "Glagolitic"}, {"Gong", "Gunjala_Gondi"},
    {"Gonm", "Masaram_Gondi"}, {"Goth", "Gothic"}, {"Gran", "Grantha"}, {"Grek", "Greek"}, {"Gujr", "Gujarati"},
    {"Guru", "Gurmukhi"}, {"Hang", "Hangul"}, {"Hani", "Han"}, {"Hano", "Hanunoo"}, {"Hatr", "Hatran"},
    {"Hebr", "Hebrew"}, {"Hira", "Hiragana"}, {"Hluw", "Anatolian_Hieroglyphs"}, {"Hmng", "Pahawh_Hmong"},
    {"Hmnp", "Nyiakeng_Puachue_Hmong"}, {"Hung", "Old_Hungarian"}, {"Ital", "Old_Italic"}, {"Java", "Javanese"},
    {"Kali", "Kayah_Li"}, {"Kana", "Katakana"}, {"Khar", "Kharoshthi"}, {"Khmr", "Khmer"}, {"Khoj", "Khojki"},
    {"Kits", "Khitan_Small_Script"}, {"Knda", "Kannada"}, {"Kthi", "Kaithi"}, {"Lana", "Tai_Tham"}, {"Laoo", "Lao"},
    {"Latn", "Latin"}, {"Lepc", "Lepcha"}, {"Limb", "Limbu"}, {"Lina", "Linear_A"}, {"Linb", "Linear_B"},
    {"Lisu", "Lisu"}, {"Lyci", "Lycian"}, {"Lydi", "Lydian"}, {"Mahj", "Mahajani"}, {"Maka", "Makasar"},
    {"Mand", "Mandaic"}, {"Mani", "Manichaean"}, {"Marc", "Marchen"}, {"Medf", "Medefaidrin"},
    {"Mend", "Mende_Kikakui"}, {"Merc", "Meroitic_Cursive"}, {"Mero", "Meroitic_Hieroglyphs"}, {"Mlym", "Malayalam"},
    {"Modi", "Modi"}, {"Mong", "Mongolian"}, {"Mroo", "Mro"}, {"Mtei", "Meetei_Mayek"}, {"Mult", "Multani"},
    {"Mymr", "Myanmar"}, {"Nand", "Nandinagari"}, {"Narb", "Old_North_Arabian"}, {"Nbat", "Nabataean"},
    {"Newa", "Newa"}, {"Nkoo", "Nko"}, {"Nshu", "Nushu"}, {"Ogam", "Ogham"}, {"Olck", "Ol_Chiki"},
    {"Orkh", "Old_Turkic"}, {"Orya", "Oriya"}, {"Osge", "Osage"}, {"Osma", "Osmanya"}, {"Ougr", "Old_Uyghur"},
    {"Palm", "Palmyrene"}, {"Pauc", "Pau_Cin_Hau"}, {"Perm", "Old_Permic"}, {"Phag", "Phags_Pa"},
    {"Phli", "Inscriptional_Pahlavi"}, {"Phlp", "Psalter_Pahlavi"}, {"Phnx", "Phoenician"}, {"Plrd", "Miao"},
    {"Prti", "Inscriptional_Parthian"}, {"Rjng", "Rejang"}, {"Rohg", "Hanifi_Rohingya"}, {"Runr", "Runic"},
    {"Samr", "Samaritan"}, {"Sarb", "Old_South_Arabian"}, {"Saur", "Saurashtra"}, {"Sgnw", "SignWriting"},
    {"Shaw", "Shavian"}, {"Shrd", "Sharada"}, {"Sidd", "Siddham"}, {"Sind", "Khudawadi"}, {"Sinh", "Sinhala"},
    {"Sogd", "Sogdian"}, {"Sogo", "Old_Sogdian"}, {"Sora", "Sora_Sompeng"}, {"Soyo", "Soyombo"}, {"Sund", "Sundanese"},
    {"Sylo", "Syloti_Nagri"}, {"Syrc", "Syriac"}, {"Tagb", "Tagbanwa"}, {"Takr", "Takri"}, {"Tale", "Tai_Le"},
    {"Talu", "New_Tai_Lue"}, {"Taml", "Tamil"}, {"Tang", "Tangut"}, {"Tavt", "Tai_Viet"}, {"Telu", "Telugu"},
    {"Tfng", "Tifinagh"}, {"Tglg", "Tagalog"}, {"Thaa", "Thaana"}, {"Thai", "Thai"}, {"Tibt", "Tibetan"},
    {"Tirh", "Tirhuta"}, {"Tnsa", "Tangsa"}, {"Toto", "Toto"}, {"Ugar", "Ugaritic"}, {"Vaii", "Vai"},
    {"Vith", "Vithkuqi"}, {"Wara", "Warang_Citi"}, {"Wcho", "Wancho"}, {"Xpeo", "Old_Persian"}, {"Xsux", "Cuneiform"},
    {"Yezi", "Yezidi"}, {"Yiii", "Yi"}, {"Zanb", "Zanabazar_Square"}, {"Zinh", "Inherited"}, {"Qaai", "Inherited"},
    {"Zyyy", "Common"}, {"Zzzz", "Unknown"}
};
// clang-format on

// `prefix`: "sc:" for those of a script, "scx:" for those that are used with it.
static bool add_script(CharSet *set, const char *prefix, const char *name, bool machine_code) {
  const char *longer = LENGTHEN(scripts, name);
  return longer != NULL && add_known_to_pcre2(set, prefix, longer, machine_code);
}

bool set_add_property(CharSet *set, const char *name, const char *value, bool machine_code) {
  if (value == NULL) return add_category(set, name) || add_binary(set, name, machine_code);
  if (strcmp(name, "General_Category") == 0 || strcmp(name, "gc") == 0) return add_category(set, value);
  if (strcmp(name, "Script") == 0 || strcmp(name, "sc") == 0) return add_script(set, "sc:", value, machine_code);
  if (strcmp(name, "Script_Extensions") == 0 || strcmp(name, "scx") == 0)
    return add_script(set, "scx:", value, machine_code);
  return false;
}
