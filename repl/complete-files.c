// repl/complete-files.c - names of files and modules, inside require('...') and behind .load and .save.
#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "node/cjs/modules.h"
#include "node/host/builtin-modules.h"
#include "repl/session.h"

static bool is_folder(const char *folder, const char *name) {
  struct stat info;
  char *path = path_join(folder, name);
  bool is = stat(path, &info) == 0 && S_ISDIR(info.st_mode);
  free(path);
  return is;
}

// What is left of a name when a request may omit its extension.
static void add_name(Candidates *candidates, const char *prefix, const char *name, bool folder, bool as_request) {
  size_t length = strlen(name);
  if (as_request && !folder && length > 3 && strcmp(name + length - 3, ".js") == 0) length -= 3;
  char *text = checked_format("%.*s%s", (int)length, name, folder ? "/" : "");
  candidates_add(candidates, prefix, text);
  free(text);
}

static void complete_path(const char *word, bool as_request, Candidates *candidates) {
  const char *slash = strrchr(word, '/');
  char *prefix = slash ? checked_strndup(word, (size_t)(slash - word) + 1) : checked_strdup("");
  const char *start = slash ? slash + 1 : word;
  DIR *folder = opendir(*prefix ? prefix : ".");
  for (const struct dirent *entry; folder && (entry = readdir(folder));) {
    const char *name = entry->d_name;
    if (strncmp(name, start, strlen(start)) != 0 || (name[0] == '.' && start[0] != '.')) continue;
    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0) continue;
    add_name(candidates, prefix, name, is_folder(*prefix ? prefix : ".", name), as_request);
  }
  if (folder) closedir(folder);
  free(prefix);
}

void complete_file(const char *word, Candidates *candidates) { complete_path(word, false, candidates); }

void complete_request(const char *word, Candidates *candidates) {
  const BuiltinModule *module;
  if (word[0] == '.' || word[0] == '/') {
    complete_path(word, true, candidates);
    return;
  }
  size_t scheme = strncmp(word, "node:", 5) == 0 ? 5 : 0;
  for (size_t i = 0; (module = builtin_module_at(i)); i++) {
    if (module->flags & MODULE_INTERNAL) continue;
    if (module->flags & MODULE_OURS) {
      if (strncmp("nodule:", word, strlen(word)) == 0) candidates_add(candidates, "nodule:", module->name);
    } else if (strncmp(module->name, word + scheme, strlen(word + scheme)) == 0) {
      candidates_add(candidates, scheme ? "node:" : "", module->name);
    }
  }
}
