// base/passwd.c - users of a static program.  The C library's getpwuid_r loads libraries for what /etc/nsswitch.conf names,
// which a static program can do only where the very same C library is installed.  This one, which libuv then calls, knows
// the users of /etc/passwd.
#ifdef STATIC_PROGRAM
#include <errno.h>
#include <pwd.h>
#include <stdio.h>

int getpwuid_r(uid_t uid, struct passwd *user, char *buffer, size_t size, struct passwd **result) {
  *result = NULL;
  FILE *file = fopen("/etc/passwd", "re");
  if (!file) return errno == ENOENT ? 0 : errno;
  int error;
  do error = fgetpwent_r(file, user, buffer, size, result);
  while (error == 0 && user->pw_uid != uid);
  fclose(file);
  if (error != 0) *result = NULL;
  return error == ENOENT ? 0 : error;
}
#endif
