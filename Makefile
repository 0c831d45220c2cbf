# nodule: one Makefile, one pattern rule for each kind of source; objects in build/$(MODE)/.
#
#   make                 ./nodule, optimized          make MODE=debug   build/debug/nodule, with assertions
#   make demo            from nothing to the demonstration   make test         everything is tested
#   make help            the other targets               make V=1          prints whole commands

MODE ?= release
ifeq ($(origin CC),default)
  CC := gcc
endif
PREFIX ?= /usr/local
B := build/$(MODE)

WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion
BASE_CFLAGS := -std=gnu11 -D_GNU_SOURCE -I. -I$(B) -MMD -MP -fno-strict-aliasing
ifeq ($(MODE),release)
  MODE_CFLAGS := -O2 -g -DNDEBUG -fno-plt
else ifeq ($(MODE),debug)
  MODE_CFLAGS := -O1 -g -DDEBUG
else ifeq ($(MODE),asan)
  MODE_CFLAGS := -O1 -g -DDEBUG -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
  MODE_LDFLAGS := -fsanitize=address,undefined
else ifeq ($(MODE),tsan)
  MODE_CFLAGS := -O1 -g -DDEBUG -fsanitize=thread -fno-omit-frame-pointer
  MODE_LDFLAGS := -fsanitize=thread
else ifeq ($(MODE),clang)
  CC := clang
  MODE_CFLAGS := -O1 -g -DDEBUG
else ifeq ($(MODE),fuzz)
  CC := clang
  MODE_CFLAGS := -O1 -g -DDEBUG -DMATCH_LIMIT=20000u -fsanitize=fuzzer-no-link,address,undefined \
    -fno-sanitize-recover=undefined -fno-omit-frame-pointer
  MODE_LDFLAGS := -fsanitize=address,undefined
else
  $(error MODE is one of release, debug, asan, tsan, clang, fuzz)
endif
# Against attacks on the process (docs/machine-code.md): a program whose place is random, addresses bound and made read-only
# before it starts, checked stacks, checked library calls, places where indirect calls may land.
HARD_CFLAGS := -fPIE -fstack-protector
HARD_LDFLAGS := -pie -Wl,-z,relro,-z,now,-z,noexecstack
ifneq ($(filter release debug clang,$(MODE)),)
  HARD_CFLAGS += -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
endif
ifneq ($(filter x86_64-%,$(shell $(CC) -dumpmachine)),)
  HARD_CFLAGS += -fcf-protection
  # Without the mark in these, the linker puts none on the program: machine code returns past frames, which a processor
  # that keeps a second stack would refuse.  And the interpreter's labels need no landing pads.
  UNMARKED := -fcf-protection=none
endif
ifdef WERROR
  WARNINGS += -Werror
endif
CFLAGS_ALL = $(BASE_CFLAGS) $(MODE_CFLAGS) $(HARD_CFLAGS) $(PACKAGE_CFLAGS) $(CFLAGS)

# Libraries are linked in where the system has them as archives (Debian's -dev packages do): to load four more files takes
# a quarter of the start.  The sanitizers want to see the shared ones.  Without an archive pkg-config says how to link,
# without pkg-config the library has its usual name.  libunistring has no .pc file.  repl/libedit.c loads libedit.
PKG_CONFIG ?= pkg-config
PACKAGE_CFLAGS := $(shell $(PKG_CONFIG) --cflags libuv libpcre2-8 libpcre2-16 2>/dev/null)
archive = $(firstword $(filter /%,$(foreach a,$(1),$(shell $(CC) -print-file-name=lib$(a).a))))
package = $(or $(if $(1),$(shell $(PKG_CONFIG) --libs $(1) 2>/dev/null)),-l$(2))
ifneq ($(filter $(MODE),release debug clang),)
  library = $(or $(call archive,$(1)),$(call package,$(2),$(3)))
else
  library = $(call package,$(2),$(3))
endif
LIBS := $(call library,uv_a uv,libuv,uv) $(call library,unistring,,unistring) $(call library,pcre2-8,libpcre2-8,pcre2-8) \
  $(call library,pcre2-16,libpcre2-16,pcre2-16) -lm -ldl -lpthread

# A short line for each command, the whole command with V=1, nothing with -s: $(call run,CC,file)command
V ?= 0
ifneq ($(findstring s,$(firstword -$(MAKEFLAGS))),)
  run = @
else ifeq ($(V),1)
  run =
else
  run = @echo '$(1) $(2)';
endif

FOLDERS := base lexer regexp parser compiler heap objects vm jit builtins engine node observe repl cli
SOURCES := $(wildcard $(FOLDERS:%=%/*.c) $(FOLDERS:%=%/*/*.c) $(FOLDERS:%=%/*/*/*.c))
OBJECTS := $(SOURCES:%.c=$(B)/%.o) $(B)/lexer/lexer.o $(B)/parser/grammar.o
LIBRARY_OBJECTS := $(filter-out $(B)/cli/%,$(OBJECTS))

ifeq ($(MODE),release)
all: nodule
nodule: $(B)/nodule
	@cp -f $< $@
else
all: $(B)/nodule
endif

# What objects and programs were made with.  A stamp is written when its text changes: what depends on it is made again.
# That the compiler runs through ccache, or that warnings are errors, makes no difference.
COMPILER := $(filter-out ccache %/ccache,$(CC))
COMPILE_STAMP := $(filter-out -Werror,$(COMPILER) $(CFLAGS_ALL) $(WARNINGS) $(UNMARKED))
LINK_STAMP := $(strip $(COMPILER) $(MODE_LDFLAGS) $(HARD_LDFLAGS) $(LDFLAGS) $(LIBS) $(OBJECTS))
write_stamp = @mkdir -p $(@D); printf '%s\n' '$(subst ','\'',$(1))' >$@
ifneq ($(file <$(B)/compile.stamp),$(COMPILE_STAMP))
$(B)/compile.stamp: FORCE
endif
$(B)/compile.stamp:
	$(call write_stamp,$(COMPILE_STAMP))
ifneq ($(file <$(B)/link.stamp),$(LINK_STAMP))
$(B)/link.stamp: FORCE
endif
$(B)/link.stamp:
	$(call write_stamp,$(LINK_STAMP))
FORCE:

$(B)/nodule: $(OBJECTS) $(B)/link.stamp
	$(call run,LD,$@)$(CC) $(MODE_LDFLAGS) $(HARD_LDFLAGS) $(LDFLAGS) -o $@ $(OBJECTS) $(LIBS)

# The static program: one file that runs on any Linux of this processor.  Three sources are made for it once more, for it
# loads no libraries: libedit is linked in, ICU is not there, users and hosts come from files and DNS alone.  That the C
# library would load others the linker says in pairs of lines, which are left out.
STATIC_SOURCES := $(filter %/libedit.c %/icu.c %/static-services.c,$(SOURCES))
STATIC_OBJECTS := $(filter-out $(STATIC_SOURCES:%.c=$(B)/%.o),$(OBJECTS)) $(STATIC_SOURCES:%.c=$(B)/static/%.o)
STATIC_LIBS := -ledit -ltinfo -lbsd -lmd
$(B)/static/%.o: %.c $(B)/compile.stamp
	@mkdir -p $(@D)
	$(call run,CC,$< (static))$(CC) $(CFLAGS_ALL) $(WARNINGS) -DSTATIC_PROGRAM -c -o $@ $<
$(B)/static/nodule: $(STATIC_OBJECTS) $(B)/link.stamp
	$(call run,LD,$@)$(CC) -static-pie $(filter-out -pie,$(HARD_LDFLAGS)) -s $(LDFLAGS) \
	  -o $@ $(STATIC_OBJECTS) $(STATIC_LIBS) $(LIBS) 2>$@.log; status=$$?; \
	  sed -e '/: in function/{N;/in statically linked applications/d' -e '}' -e '/in statically linked applications/d' $@.log >&2; exit $$status

$(B)/lexer/lexer.c: lexer/lexer.re
	@mkdir -p $(@D)
	$(call run,RE2C,$<)re2c -W --no-debug-info -o $@ $<
$(B)/parser/grammar.c: parser/grammar.y
	@mkdir -p $(@D)
	$(call run,BISON,$<)bison -Wall -Werror -d -o $@ $<
$(B)/parser/grammar.h: $(B)/parser/grammar.c
	@touch $@
$(patsubst %.c,$(B)/%.o,$(wildcard lexer/*.c parser/*.c)): | $(B)/parser/grammar.h
$(B)/lexer/lexer.o $(B)/parser/grammar.o: %.o: %.c $(B)/compile.stamp
	$(call run,CC,$<)$(CC) $(CFLAGS_ALL) -Wall -c -o $@ $<
$(B)/jit/%.o $(B)/vm/exec/interpreter.o $(B)/vm/exec/opcodes.o: HARD_CFLAGS += $(UNMARKED)
$(B)/%.o: %.c $(B)/compile.stamp
	@mkdir -p $(@D)
	$(call run,CC,$<)$(CC) $(CFLAGS_ALL) $(WARNINGS) -c -o $@ $<

# ---------------------------------------------------------------------------------------------------- what it needs
# Debian packages (12 and 13).  `make deps` installs those that are missing, as root or through sudo, and says which.
# README.md has their names on other systems.
PACKAGES := build-essential re2c bison pkg-config python3 libuv1-dev libedit-dev libunistring-dev libpcre2-dev libcmocka-dev
TEST_PACKAGES := clang clang-format libclang-rt-dev cppcheck libicu-dev

missing = $(strip $(foreach p,$(1),$(if $(shell dpkg-query -W -f='$${db:Status-Status}' $(p) 2>/dev/null | grep -x installed),,$(p))))
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
define install
  @set -e; command -v apt-get >/dev/null || { echo 'no apt-get here: README.md lists the packages to install'; exit 0; }; \
  need='$(call missing,$(1))'; if [ -n "$$need" ]; then \
    echo "installing Debian packages: $$need"; \
    $(SUDO) apt-get update -q >/dev/null; \
    DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -q --no-install-recommends $$need >/dev/null; fi
endef

deps:
	$(call install,$(PACKAGES))
deps-test: deps
	$(call install,$(TEST_PACKAGES))

demo: deps
	@$(MAKE) --no-print-directory nodule
	@echo '$$ ./nodule --trace_gc examples/outofmemory.js'
	@./nodule --trace_gc examples/outofmemory.js; status=$$?; \
	  echo "exit status $$status (134: aborted, out of memory, as it should)"; [ $$status = 134 ]

# ----------------------------------------------------------------------------------------------------------- tests
# Unit tests in C: tests/FOLDER/test-*.c, linked with everything but cli/.
UNIT_SOURCES := $(wildcard tests/*/test-*.c tests/*/*/test-*.c)
UNIT_TESTS := $(UNIT_SOURCES:%.c=$(B)/%)
$(B)/tests/%: $(B)/tests/%.o $(LIBRARY_OBJECTS) $(B)/link.stamp
	$(call run,LD,$@)$(CC) $(MODE_LDFLAGS) $(HARD_LDFLAGS) $(LDFLAGS) -o $@ $< $(LIBRARY_OBJECTS) -lcmocka $(LIBS)
unit-programs: $(UNIT_TESTS)
heap-unit-programs: $(filter $(B)/tests/heap/%,$(UNIT_TESTS))
unit: $(UNIT_TESTS)
	@set -e; for t in $(UNIT_TESTS); do echo "== $$t"; $$t; done

RUN := python3 tools/run-tests.py
# What to run before a change is handed in: the scripts and lint.
check: all
	$(RUN) --engine $(B)/nodule tests
	@tools/lint.sh
test: deps-test
	@tools/test-all.sh
stress:
	@$(MAKE) --no-print-directory MODE=debug
	$(RUN) --engine build/debug/nodule --flags '--gc-stress --verify-heap' --stress tests
# To the limits, in full (docs/hacking.md): tables of what ended how.  CI runs a part of each.
hard: nodule
	@status=0; for t in failing-memory out-of-memory system-limits deep; do echo "== $$t"; \
	  python3 tests/$$t.py --engine ./nodule --all || status=1; done; exit $$status
# The heap's model test with fresh seeds: SOAK_SECONDS=n for n seconds, SOAK_SEED=s for the seed that a failure named.
SOAK_SECONDS ?= 600
soak:
	@$(MAKE) --no-print-directory MODE=debug build/debug/tests/heap/test-model
	SOAK_SECONDS=$(SOAK_SECONDS) build/debug/tests/heap/test-model
# Fuzzing with libFuzzer (docs/hacking.md): FUZZ_TARGET=name for one target, FUZZ_SECONDS=n for each.
FUZZ_SECONDS ?= 60
FUZZ_TARGET ?= parser regexp json program
$(B)/fuzz/%: $(B)/fuzz/%.o $(B)/fuzz/fuzz.o $(LIBRARY_OBJECTS) $(B)/link.stamp
	$(call run,LD,$@)$(CC) $(MODE_LDFLAGS) $(HARD_LDFLAGS) -fsanitize=fuzzer -Wl,--wrap=heap_fatal_out_of_memory $(LDFLAGS) \
	  -o $@ $(filter %.o,$^) $(LIBS)
$(B)/fuzz/parser $(B)/fuzz/program: $(B)/fuzz/mutate.o
fuzz-programs: $(addprefix $(B)/fuzz/,parser regexp json program)
fuzz:
	@$(MAKE) --no-print-directory MODE=fuzz fuzz-programs
	fuzz/run.sh $(FUZZ_SECONDS) $(FUZZ_TARGET)
promote: all
	$(RUN) --engine $(B)/nodule --promote tests
bench: nodule
	bench/run.py
bench-heap: nodule
	bench/heap.py
# OCTANE=directory of a checkout of Octane 2; BENCH_FLAGS are bench/octane.py's.
bench-octane: nodule
	@[ -n '$(OCTANE)' ] || { echo 'say where Octane is: make bench-octane OCTANE=directory'; exit 1; }
	bench/octane.py '$(OCTANE)' $(BENCH_FLAGS)
# TEST262=directory of a checkout of test262; TEST262_FLAGS are tools/test262.py's.
test262: nodule
	@[ -n '$(TEST262)' ] || { echo 'say where test262 is: make test262 TEST262=directory'; exit 1; }
	tools/test262.py '$(TEST262)' $(TEST262_FLAGS)
lint:
	@tools/lint.sh
lines:
	@tools/lines.py

# ---------------------------------------------------------------------------------------------- to install, to give away
# Man page and completion are made from cli/options.def, and so are the tables in the documents.
$(B)/nodule.1 $(B)/nodule.bash: cli/options.def base/version.h tools/options.py
$(B)/nodule.1: docs/nodule.1.in
	@mkdir -p $(@D)
	$(call run,MAN,$@)python3 tools/options.py man >$@
$(B)/nodule.bash:
	@mkdir -p $(@D)
	$(call run,BASH,$@)python3 tools/options.py completion >$@
tables:
	python3 tools/options.py tables

# What stands in PREFIX after `make install`; `make uninstall` removes exactly that.
DOCUMENTS := README.md CHANGELOG.md SECURITY.md LICENSE $(wildcard docs/*.md docs/*.svg)
INSTALLED := bin/nodule share/man/man1/nodule.1 share/bash-completion/completions/nodule $(DOCUMENTS:%=share/doc/nodule/%)
PLACE = $(DESTDIR)$(PREFIX)
install: $(B)/nodule $(B)/nodule.1 $(B)/nodule.bash
	install -D -m 755 $(B)/nodule $(PLACE)/bin/nodule
	install -D -m 644 $(B)/nodule.1 $(PLACE)/share/man/man1/nodule.1
	install -D -m 644 $(B)/nodule.bash $(PLACE)/share/bash-completion/completions/nodule
	@set -e; for d in $(DOCUMENTS); do install -D -m 644 $$d $(PLACE)/share/doc/nodule/$$d; done
uninstall:
	rm -f $(INSTALLED:%=$(PLACE)/%)
	@rmdir $(PLACE)/share/doc/nodule/docs $(PLACE)/share/doc/nodule 2>/dev/null || true

# An archive with the static program: the same bytes whenever it is made from the same commit with the same compiler.
VERSION = $(shell sed -n 's/^.define NODULE_VERSION "v\(.*\)"/\1/p' base/version.h)
DIST ?= dist
dist: $(B)/static/nodule $(B)/nodule.1 $(B)/nodule.bash
	$(call run,DIST,$(DIST))tools/dist.sh $(B) $(DIST) nodule-$(VERSION)-linux-$(firstword $(subst -, ,$(shell $(CC) -dumpmachine))) $(DOCUMENTS)

help:
	@echo 'make               ./nodule (release)            make demo          set up, build, run the demonstration'
	@echo 'make test          set up, run all tests         make stress        the scripts under --gc-stress --verify-heap'
	@echo 'make unit          unit tests in C               make lint          cppcheck and the rooting rules'
	@echo 'make check         the scripts and lint: before a change is handed in'
	@echo 'make bench         ratios against other engines  make promote       rewrite expectations of tests'
	@echo 'make hard          refused memory, all ways to run out of it, small limits of the system, 100,000 levels'
	@echo 'make soak          the heap'"'"'s model test, fresh seeds for SOAK_SECONDS'
	@echo 'make fuzz          random input to parser, regexp, json, program: FUZZ_TARGET=name FUZZ_SECONDS=60'
	@echo 'make bench-heap    collections, pauses, gaps and memory against node (bench/heap.py tells more)'
	@echo 'make bench-octane OCTANE=directory    scores of Octane 2 against node --jitless (BENCH_FLAGS: see bench/octane.py)'
	@echo 'make test262 TEST262=directory        ES5.1 tests of test262 against tests/test262/known.txt (TEST262_FLAGS)'
	@echo 'make lines         lines and functions, folder by folder (tools/lines.py tells more)'
	@echo 'make tables        the tables of flags in the documents, from cli/options.def'
	@echo 'make dist          an archive with a static program, and its checksum, in dist/ (DIST=folder)'
	@echo 'make deps          install what is missing       make install | uninstall PREFIX=/usr/local DESTDIR='
	@echo 'make clean         remove build/                 MODE=debug|release|asan|tsan|clang|fuzz CC=...   WERROR=1'

clean:
	rm -rf build dist nodule

.PHONY: all unit-programs heap-unit-programs clean deps deps-test demo unit check test stress hard soak promote bench bench-heap bench-octane test262 fuzz fuzz-programs lint lines tables install uninstall dist help FORCE
.SECONDARY:
.DELETE_ON_ERROR:
-include node/host/rules.mk
-include $(OBJECTS:.o=.d) $(STATIC_OBJECTS:.o=.d) $(UNIT_TESTS:=.d) $(wildcard $(B)/fuzz/*.d)
