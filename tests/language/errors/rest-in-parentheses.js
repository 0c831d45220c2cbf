// expect error: SyntaxError: Rest parameter must be last formal parameter
~(...it, 10);
