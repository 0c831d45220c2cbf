// The prototype comes from the new target, whatever kind of constructor that is.
function Plain() { this.own = Object.getPrototypeOf(this); }
function show(target) {
  var made = Reflect.construct(Plain, [], target);
  return Object.getPrototypeOf(made) === made.own && made.own === (target.prototype || Object.prototype);
}
console.log(show(Array), show(Date), show(Plain), show(function () {}), show(Plain.bind()));   // expect: true true true true true
