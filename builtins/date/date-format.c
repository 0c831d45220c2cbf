// builtins/date/date-format.c - the texts of dates: toString, toISOString, toUTCString.
//
// All are pure functions of a valid time value and the local time zone.  The long names of zones are those node prints;
// zones that are not in the table show the abbreviation of the C library, or GMT+hh:mm where that is a mere number.
#include <stdlib.h>
#include <unistd.h>

#include "builtins/date/date.h"

static const char day_names[7][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
static const char month_names[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// ------------------------------------------------------------------------------------------------- names of zones

typedef struct ZoneName {
  const char *standard, *daylight;
  const char *ids;  // of the time zone database, each between spaces
} ZoneName;

#define SUMMER(name) name " Standard Time", name " Daylight Time"
#define EUROPE(name) name " Standard Time", name " Summer Time"

static const ZoneName zone_names[] = {
    {"Coordinated Universal Time", NULL, " UTC Etc/UTC Etc/UCT Etc/Universal Etc/Zulu GMT Etc/GMT UCT Universal Zulu "},
    {SUMMER("Eastern"),
     " America/New_York America/Detroit America/Toronto America/Panama America/Jamaica US/Eastern EST EST5EDT "},
    {SUMMER("Central"), " America/Chicago America/Winnipeg America/Mexico_City America/Costa_Rica US/Central CST6CDT "},
    {SUMMER("Mountain"),
     " America/Denver America/Edmonton America/Boise America/Phoenix US/Mountain US/Arizona MST MST7MDT "},
    {SUMMER("Pacific"), " America/Los_Angeles America/Vancouver America/Tijuana US/Pacific PST8PDT "},
    {SUMMER("Alaska"), " America/Anchorage America/Juneau US/Alaska "},
    {SUMMER("Hawaii-Aleutian"), " Pacific/Honolulu US/Hawaii HST "},
    {SUMMER("Atlantic"), " America/Halifax America/Puerto_Rico America/Martinique Atlantic/Bermuda Canada/Atlantic "},
    {SUMMER("Newfoundland"), " America/St_Johns Canada/Newfoundland "},
    {SUMMER("Cuba"), " America/Havana Cuba "},
    {EUROPE("Brasilia"), " America/Sao_Paulo America/Fortaleza America/Recife America/Bahia Brazil/East "},
    {EUROPE("Argentina"), " America/Argentina/Buenos_Aires America/Buenos_Aires America/Argentina/Cordoba "},
    {EUROPE("Colombia"), " America/Bogota "},
    {EUROPE("Peru"), " America/Lima "},
    {EUROPE("Chile"), " America/Santiago Chile/Continental "},
    {EUROPE("Uruguay"), " America/Montevideo "},
    {"Venezuela Time", NULL, " America/Caracas "},
    {"Greenwich Mean Time", "British Summer Time", " Europe/London GB Europe/Belfast Europe/Jersey "},
    {"Greenwich Mean Time", "Irish Standard Time", " Europe/Dublin Eire "},
    {"Greenwich Mean Time", NULL, " Atlantic/Reykjavik Africa/Abidjan Africa/Accra Africa/Dakar Iceland "},
    {EUROPE("Western European"), " Europe/Lisbon Atlantic/Madeira Atlantic/Canary Portugal WET "},
    {EUROPE("Central European"),
     " Europe/Paris Europe/Berlin Europe/Madrid Europe/Rome Europe/Amsterdam Europe/Brussels Europe/Vienna Europe/Zurich"
     " Europe/Stockholm Europe/Oslo Europe/Copenhagen Europe/Prague Europe/Warsaw Europe/Budapest Europe/Belgrade"
     " Europe/Zagreb Europe/Luxembourg Europe/Bratislava Europe/Ljubljana Europe/Sarajevo Europe/Skopje Europe/Tirane"
     " Europe/Malta Europe/Monaco Europe/Andorra Africa/Algiers Africa/Tunis Poland CET "},
    {EUROPE("Eastern European"),
     " Europe/Athens Europe/Helsinki Europe/Kiev Europe/Kyiv Europe/Bucharest Europe/Sofia Europe/Riga Europe/Tallinn"
     " Europe/Vilnius Europe/Chisinau Asia/Nicosia Asia/Beirut Africa/Cairo Africa/Tripoli Egypt EET "},
    {EUROPE("Moscow"), " Europe/Moscow Europe/Minsk Europe/Simferopol W-SU "},
    {EUROPE("Samara"), " Europe/Samara "},
    {EUROPE("T\xc3\xbcrkiye"), " Europe/Istanbul Asia/Istanbul Turkey "},
    {"South Africa Standard Time", NULL, " Africa/Johannesburg "},
    {EUROPE("West Africa"), " Africa/Windhoek "},
    {"West Africa Time", NULL, " Africa/Lagos Africa/Luanda Africa/Kinshasa "},
    {"Central Africa Time", NULL, " Africa/Maputo Africa/Harare Africa/Lusaka "},
    {"East Africa Time", NULL, " Africa/Nairobi Africa/Addis_Ababa Africa/Kampala "},
    {SUMMER("Israel"), " Asia/Jerusalem Asia/Tel_Aviv Israel "},
    {SUMMER("Arabian"), " Asia/Riyadh Asia/Baghdad Asia/Kuwait Asia/Qatar "},
    {"Gulf Standard Time", NULL, " Asia/Dubai Asia/Muscat "},
    {SUMMER("Iran"), " Asia/Tehran Iran "},
    {"Afghanistan Time", NULL, " Asia/Kabul "},
    {EUROPE("Pakistan"), " Asia/Karachi "},
    {"India Standard Time", NULL, " Asia/Kolkata Asia/Calcutta Asia/Colombo "},
    {"Nepal Time", NULL, " Asia/Kathmandu Asia/Katmandu "},
    {EUROPE("Bangladesh"), " Asia/Dhaka "},
    {"Myanmar Time", NULL, " Asia/Yangon Asia/Rangoon "},
    {"Indochina Time", NULL, " Asia/Bangkok Asia/Ho_Chi_Minh Asia/Saigon Asia/Phnom_Penh Asia/Vientiane "},
    {"Western Indonesia Time", NULL, " Asia/Jakarta Asia/Pontianak "},
    {SUMMER("China"), " Asia/Shanghai Asia/Chongqing Asia/Harbin Asia/Macau PRC "},
    {EUROPE("Hong Kong"), " Asia/Hong_Kong Hongkong "},
    {SUMMER("Taiwan"), " Asia/Taipei ROC "},
    {"Singapore Standard Time", NULL, " Asia/Singapore Singapore "},
    {"Malaysia Time", NULL, " Asia/Kuala_Lumpur "},
    {EUROPE("Philippine"), " Asia/Manila "},
    {SUMMER("Korean"), " Asia/Seoul Asia/Pyongyang ROK "},
    {SUMMER("Japan"), " Asia/Tokyo Japan "},
    {EUROPE("Yekaterinburg"), " Asia/Yekaterinburg "},
    {EUROPE("Omsk"), " Asia/Omsk "},
    {EUROPE("Irkutsk"), " Asia/Irkutsk "},
    {EUROPE("Vladivostok"), " Asia/Vladivostok "},
    {EUROPE("Uzbekistan"), " Asia/Tashkent "},
    {EUROPE("Georgia"), " Asia/Tbilisi "},
    {EUROPE("Armenia"), " Asia/Yerevan "},
    {EUROPE("Azerbaijan"), " Asia/Baku "},
    {SUMMER("Australian Western"), " Australia/Perth Australia/West "},
    {SUMMER("Australian Central"), " Australia/Adelaide Australia/Darwin Australia/South Australia/North "},
    {SUMMER("Australian Eastern"),
     " Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Hobart Australia/Canberra Australia/ACT"
     " Australia/NSW Australia/Victoria Australia/Queensland Australia/Tasmania "},
    {SUMMER("New Zealand"), " Pacific/Auckland Antarctica/McMurdo NZ "},
    {EUROPE("Fiji"), " Pacific/Fiji "},
    {"Chamorro Standard Time", NULL, " Pacific/Guam "},
};

// The id of the local zone: from the environment, or from where the system's choice points to.  False if it is too long
// or unknown.
static bool zone_key(char *out, size_t size) {
  const char *text = getenv("TZ");
  char link[256];
  if (text && *text == ':') text++;
  if (text && !*text) text = "UTC";
  if (!text) {
    ssize_t length = readlink("/etc/localtime", link, sizeof link - 1);
    if (length < 0) return false;
    link[length] = 0;
    text = link;
  }
  const char *place = strstr(text, "zoneinfo/");
  if (place) text = place + strlen("zoneinfo/");
  if (!*text || strlen(text) + 3 > size) return false;
  snprintf(out, size, " %s ", text);
  return true;
}

static const ZoneName *find_zone_name(void) {
  char key[264];
  if (!zone_key(key, sizeof key)) return NULL;
  for (size_t i = 0; i < sizeof zone_names / sizeof zone_names[0]; i++) {
    if (strstr(zone_names[i].ids, key)) return &zone_names[i];
  }
  return NULL;
}

// As node does, the season of a time before 1970 or after 2037 is that of a year with the same calendar.
static void format_zone_name(StringBuilder *b, double t) {
  LocalZone zone;
  local_zone(t >= 0 && t <= 2145916800000.0 ? t : equivalent_time(t), &zone);
  const ZoneName *name = find_zone_name();
  if (name) {
    // The zone data of Ireland calls its winter time the daylight saving time.
    bool ireland = strstr(name->ids, " Eire ") != NULL;
    bool daylight = name->daylight && (ireland ? zone.offset > 0 : zone.daylight);
    const char *text = daylight ? name->daylight : name->standard;
    builder_utf8(b, text, strlen(text));
  } else if (zone.abbreviation[0] == '+' || zone.abbreviation[0] == '-') {
    int minutes = (int)(zone.offset / MS_PER_MINUTE);
    builder_format(b, "GMT%c%02d:%02d", minutes < 0 ? '-' : '+', abs(minutes) / 60, abs(minutes) % 60);
  } else {
    builder_ascii(b, zone.abbreviation);
  }
}

// ---------------------------------------------------------------------------------------------------------- forms

static void format_year(StringBuilder *b, int year) { builder_format(b, "%s%04d", year < 0 ? "-" : "", abs(year)); }

// 21.4.4.36
static void format_iso(StringBuilder *b, const DateFields *f) {
  int year = f->field[DATE_YEAR];
  if (year >= 0 && year <= 9999) builder_format(b, "%04d", year);
  else builder_format(b, "%c%06d", year < 0 ? '-' : '+', abs(year));
  builder_format(b, "-%02d-%02dT%02d:%02d:%02d.%03dZ", f->field[DATE_MONTH] + 1, f->field[DATE_DAY],
                 f->field[DATE_HOUR], f->field[DATE_MINUTE], f->field[DATE_SECOND], f->field[DATE_MS]);
}

// 21.4.4.43
static void format_utc(StringBuilder *b, const DateFields *f) {
  builder_format(b, "%s, %02d %s ", day_names[f->weekday], f->field[DATE_DAY], month_names[f->field[DATE_MONTH]]);
  format_year(b, f->field[DATE_YEAR]);
  builder_format(b, " %02d:%02d:%02d GMT", f->field[DATE_HOUR], f->field[DATE_MINUTE], f->field[DATE_SECOND]);
}

// 21.4.4.41.2
static void format_date_part(StringBuilder *b, const DateFields *f) {
  builder_format(b, "%s %s %02d ", day_names[f->weekday], month_names[f->field[DATE_MONTH]], f->field[DATE_DAY]);
  format_year(b, f->field[DATE_YEAR]);
}

// 21.4.4.41.1 and 21.4.4.41.3
static void format_time_part(StringBuilder *b, const DateFields *f, double t, double offset) {
  int minutes = (int)(offset / MS_PER_MINUTE);
  builder_format(b, "%02d:%02d:%02d GMT%c%02d%02d (", f->field[DATE_HOUR], f->field[DATE_MINUTE], f->field[DATE_SECOND],
                 minutes < 0 ? '-' : '+', abs(minutes) / 60, abs(minutes) % 60);
  format_zone_name(b, t);
  builder_ascii(b, ")");
}

void date_format(StringBuilder *b, double t, DateForm form) {
  DateFields f;
  double offset = 0;
  if (form != DATE_FORM_ISO && form != DATE_FORM_UTC) offset = local_from_utc(t) - t;
  date_split(t + offset, &f);
  switch (form) {
  case DATE_FORM_ISO: format_iso(b, &f); break;
  case DATE_FORM_UTC: format_utc(b, &f); break;
  case DATE_FORM_FULL:
    format_date_part(b, &f);
    builder_ascii(b, " ");
    format_time_part(b, &f, t, offset);
    break;
  case DATE_FORM_DATE: format_date_part(b, &f); break;
  case DATE_FORM_TIME: format_time_part(b, &f, t, offset); break;
  }
}
