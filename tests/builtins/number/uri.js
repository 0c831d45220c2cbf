// encodeURI, decodeURI and their Component forms, malformed texts; escape and unescape.
console.log(encodeURIComponent('a b&c=d/e?f#\u00e9\u2603\ud83d\ude00'), encodeURI('http://x.y/a b?q=\u00e9&r=1#h'), encodeURIComponent("-_.!~*'()"), encodeURIComponent());  // expect: a%20b%26c%3Dd%2Fe%3Ff%23%C3%A9%E2%98%83%F0%9F%98%80 http://x.y/a%20b?q=%C3%A9&r=1#h -_.!~*'() undefined
console.log(decodeURIComponent('a%20b%26%C3%A9%E2%98%83%F0%9F%98%80'), decodeURI('%41%2f%3F%23%c3%a9'), decodeURIComponent('plain'), decodeURIComponent('%2F'));  // expect: a b&é☃😀 A%2f%3F%23é plain /
try { encodeURIComponent('\ud800'); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: URIError: URI malformed
try { decodeURIComponent('%'); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: URIError: URI malformed
try { decodeURIComponent('%C3'); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: URIError: URI malformed
try { decodeURIComponent('%ED%A0%80'); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: URIError: URI malformed
try { decodeURIComponent('%C0%80'); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: URIError: URI malformed
console.log(escape('a b+c\u00e9\u2603/@'), unescape('%u2603%20%E9%zz%u12'), unescape(escape('\ud83d\ude00')) === '\ud83d\ude00');  // expect: a%20b+c%E9%u2603/@ ☃ é%zz%u12 true
