// status: 1
// U+2028 and U+2029 end lines; what is underlined is counted in characters.
var s = " "; /* */ var ä öö;
