// base/static-services.c - users and hosts in a static program.  The C library loads what /etc/nsswitch.conf names,
// which a static program can do only where the very same C library is installed.  Files and DNS are part of it: these
// it keeps to.
#ifdef STATIC_PROGRAM
#include <nss.h>

__attribute__((constructor)) static void use_services_without_libraries(void) {
  static const char *const databases[] = {"passwd", "group", "services"};
  for (int i = 0; i < 3; i++) __nss_configure_lookup(databases[i], "files");
  __nss_configure_lookup("hosts", "files dns");
}
#endif
