# node/host/rules.mk - the scripts of node/*/*.js as C strings.  Included by the Makefile.
NODE_SCRIPTS := $(wildcard node/*/*.js node/*/*/*.js)

$(B)/node/host/scripts.inc: tools/js2c.py $(NODE_SCRIPTS)
	@mkdir -p $(@D)
	$(call run,JS2C,$@)python3 tools/js2c.py $@ $(NODE_SCRIPTS)
$(B)/node/host/builtin-modules.o: $(B)/node/host/scripts.inc
