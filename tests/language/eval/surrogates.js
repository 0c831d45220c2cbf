// Texts that are evaluated keep surrogates by themselves.
console.log(eval('"\ud800"') === '\ud800', eval('/\\\udc00/').source === '\\\udc00', eval('(function () { return "\ud83d\ude00" + "\ud83d" })').toString().length, eval('"\ud83d\ude00".length'));
console.log(new Function('return "\udfff"')() === '\udfff');
