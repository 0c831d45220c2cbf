// U+2028 and U+2029 end lines; what is underlined is counted in characters.
// status: 1
var s = " "; /* */ var ä öö;
