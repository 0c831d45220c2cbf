// node/os/os.c - the module os.
#include <stdlib.h>
#include <sys/utsname.h>

#include "node/host/errors.h"
#include "node/process/process.h"

static bool text(VM *vm, const char *utf8, Slot out) { return string_from_utf8(vm, utf8, strlen(utf8), out); }

static bool os_totalmem(VM *vm, const Args *args, Slot out) {
  (void)vm, (void)args;
  *out = number((double)uv_get_total_memory());
  return true;
}

// MemAvailable, as Node 20 (reference/node-api.md section 1).
static bool os_freemem(VM *vm, const Args *args, Slot out) {
  (void)vm, (void)args;
  double bytes = (double)uv_get_free_memory();
  FILE *info = fopen("/proc/meminfo", "r");
  char line[128];
  unsigned long kilobytes;
  while (info && fgets(line, sizeof line, info)) {
    if (sscanf(line, "MemAvailable: %lu kB", &kilobytes) == 1) bytes = (double)kilobytes * 1024;
  }
  if (info) fclose(info);
  *out = number(bytes);
  return true;
}

static bool os_uptime(VM *vm, const Args *args, Slot out) {
  (void)args;
  double seconds;
  int error = uv_uptime(&seconds);
  if (error) return throw_uv_error(vm, error, "uv_uptime", NULL, NULL);
  *out = number(floor(seconds * 100) / 100);
  return true;
}

static bool os_loadavg(VM *vm, const Args *args, Slot out) {
  (void)args;
  double averages[3];
  ROOTS(vm, values[3]);
  uv_loadavg(averages);
  for (int i = 0; i < 3; i++) r.values[i] = number(averages[i]);
  return array_from_values(vm, r.values, 3, out);
}

static bool os_hostname(VM *vm, const Args *args, Slot out) {
  (void)args;
  char name[256];
  size_t size = sizeof name;
  int error = uv_os_gethostname(name, &size);
  return error ? throw_uv_error(vm, error, "uv_os_gethostname", NULL, NULL) : text(vm, name, out);
}

static bool os_homedir(VM *vm, const Args *args, Slot out) {
  (void)args;
  char path[4096];
  size_t size = sizeof path;
  int error = uv_os_homedir(path, &size);
  return error ? throw_uv_error(vm, error, "uv_os_homedir", NULL, NULL) : text(vm, path, out);
}

static bool os_tmpdir(VM *vm, const Args *args, Slot out) {
  (void)args;
  char path[4096];
  size_t size = sizeof path;
  int error = uv_os_tmpdir(path, &size);
  return error ? throw_uv_error(vm, error, "uv_os_tmpdir", NULL, NULL) : text(vm, path, out);
}

static bool os_name(VM *vm, size_t field, Slot out) {
  uv_utsname_t names;
  int error = uv_os_uname(&names);
  if (error) return throw_uv_error(vm, error, "uv_os_uname", NULL, NULL);
  return text(vm, (const char *)&names + field, out);
}

static bool os_type(VM *vm, const Args *args, Slot out) {
  (void)args;
  return os_name(vm, offsetof(uv_utsname_t, sysname), out);
}

static bool os_release(VM *vm, const Args *args, Slot out) {
  (void)args;
  return os_name(vm, offsetof(uv_utsname_t, release), out);
}

static bool os_version(VM *vm, const Args *args, Slot out) {
  (void)args;
  return os_name(vm, offsetof(uv_utsname_t, version), out);
}

static bool os_machine(VM *vm, const Args *args, Slot out) {
  (void)args;
  return os_name(vm, offsetof(uv_utsname_t, machine), out);
}

// A string property of process: platform, arch.
static bool of_process(VM *vm, const char *name, Slot out) {
  ROOTS(vm, key);
  string_internalize_ascii(vm, name, &r.key);
  return get(vm, process_object(vm), &r.key, out);
}

static bool os_platform(VM *vm, const Args *args, Slot out) {
  (void)args;
  return of_process(vm, "platform", out);
}

static bool os_arch(VM *vm, const Args *args, Slot out) {
  (void)args;
  return of_process(vm, "arch", out);
}

static bool os_endianness(VM *vm, const Args *args, Slot out) {
  (void)args;
  return text(vm, "LE", out);
}

static bool os_available_parallelism(VM *vm, const Args *args, Slot out) {
  (void)vm, (void)args;
  *out = number(uv_available_parallelism());
  return true;
}

static void cpu_object(VM *vm, const uv_cpu_info_t *info, Slot out) {
  ROOTS(vm, times);
  object_new(vm, out);
  define_string(vm, out, "model", info->model ? info->model : "unknown", ATTR_ALL);
  define_number(vm, out, "speed", info->speed, ATTR_ALL);
  object_new(vm, &r.times);
  define_number(vm, &r.times, "user", (double)info->cpu_times.user, ATTR_ALL);
  define_number(vm, &r.times, "nice", (double)info->cpu_times.nice, ATTR_ALL);
  define_number(vm, &r.times, "sys", (double)info->cpu_times.sys, ATTR_ALL);
  define_number(vm, &r.times, "idle", (double)info->cpu_times.idle, ATTR_ALL);
  define_number(vm, &r.times, "irq", (double)info->cpu_times.irq, ATTR_ALL);
  define_value(vm, out, "times", &r.times, ATTR_ALL);
}

static bool os_cpus(VM *vm, const Args *args, Slot out) {
  (void)args;
  uv_cpu_info_t *infos;
  int count;
  ROOTS(vm, cpu);
  TRY(array_new(vm, 0, out));
  if (uv_cpu_info(&infos, &count) != 0) return true;
  bool ok = true;
  for (int i = 0; ok && i < count; i++) {
    cpu_object(vm, &infos[i], &r.cpu);
    ok = array_push(vm, out, &r.cpu);
  }
  uv_free_cpu_info(infos, count);
  return ok;
}

static const Builtin functions[] = {
    FUNCTION("arch", os_arch, 0),         FUNCTION("availableParallelism", os_available_parallelism, 0),
    FUNCTION("cpus", os_cpus, 0),         FUNCTION("endianness", os_endianness, 0),
    FUNCTION("freemem", os_freemem, 0),   FUNCTION("homedir", os_homedir, 0),
    FUNCTION("hostname", os_hostname, 0), FUNCTION("loadavg", os_loadavg, 0),
    FUNCTION("machine", os_machine, 0),   FUNCTION("platform", os_platform, 0),
    FUNCTION("release", os_release, 0),   FUNCTION("tmpdir", os_tmpdir, 0),
    FUNCTION("totalmem", os_totalmem, 0), FUNCTION("type", os_type, 0),
    FUNCTION("uptime", os_uptime, 0),     FUNCTION("version", os_version, 0),
};

bool create_os(VM *vm, Slot exports) {
  DEFINE_BUILTINS(vm, exports, functions);
  define_string(vm, exports, "EOL", "\n", ATTR_ALL);
  define_string(vm, exports, "devNull", "/dev/null", ATTR_ALL);
  return true;
}
