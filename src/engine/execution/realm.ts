/**
 * The builtin objects of one global environment, and the hidden classes that new objects start with. V8: NativeContext,
 * src/init/bootstrapper.cc.
 *
 * Made in two steps: the constructor makes the few objects that everything hangs on, `installBuiltins` (builtins/) fills
 * them.
 */
import { AccessorPair } from '../objects/accessor-pair.ts';
import { allocateList } from '../objects/allocation.ts';
import { Context } from '../objects/context.ts';
import { ElementsKind, generalizeForValue } from '../objects/elements-kind.ts';
import { HiddenClass, type HiddenClassHeap } from '../objects/hidden-class.ts';
import type { InstanceTypeName } from '../objects/instance-type.ts';
import { FunctionData, type NativeCode } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { normalizeObject, optimizeAsPrototype } from '../objects/migration.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import { copyInitialMap, normalizeMap } from '../objects/map-copies.ts';
import { Attribute, builtinAttributes, PropertyKind } from '../objects/property-details.ts';
import { PropertyDictionary } from '../objects/property-dictionary.ts';
import { errorMessageSymbol, errorStackSymbol, type JSSymbol, theHole, type Value } from '../objects/value.ts';
import {
  type FunctionKind,
  isArrowKind,
  isAsyncFunctionKind,
  isAsyncGeneratorKind,
  isClassConstructorKind,
  isConstructorKind,
  isGeneratorKind,
} from '../parsing/function-kind.ts';
import { makeDescriptorClass, makeIterResultClass } from './result-classes.ts';
import type { ErrorName } from './errors.ts';

/** Sloppy functions differ from strict ones: they have `arguments` and `caller`, both null. */
export type FunctionHiddenClassKind =
  FunctionKind | 'sloppy' | 'native' | 'nativeConstructor' | 'bound' | 'boundConstructor';

export class Realm {
  readonly heap: HiddenClassHeap;
  readonly objectPrototype: JSObject;
  readonly functionPrototype: JSObject;
  readonly arrayPrototype: JSObject;
  /** What code depends on that counts on prototypes of arrays without elements, and on array buffers that are there. */
  readonly noElementsProtector = {};
  readonly arrayBufferDetachingProtector = {};
  readonly stringPrototype: JSObject;
  readonly numberPrototype: JSObject;
  readonly booleanPrototype: JSObject;
  readonly bigintPrototype: JSObject;
  readonly symbolPrototype: JSObject;
  readonly iteratorPrototype: JSObject;
  readonly asyncIteratorPrototype: JSObject;
  /** %GeneratorFunction.prototype.prototype% and its async sibling. */
  readonly generatorPrototype: JSObject;
  readonly asyncGeneratorPrototype: JSObject;
  /** %GeneratorFunction.prototype% and siblings: the prototypes of such functions. */
  readonly generatorFunctionPrototype: JSObject;
  readonly asyncGeneratorFunctionPrototype: JSObject;
  readonly asyncFunctionPrototype: JSObject;
  readonly promisePrototype: JSObject;
  readonly regexpPrototype: JSObject;
  readonly globalObject: JSObject;
  /** `stack` of all errors; builtins/error.ts fills it. */
  readonly errorStackAccessor = new AccessorPair(undefined, undefined);
  /** let, const and class names of scripts: name to the script context that holds it and its slot. */
  readonly scriptContextTable = new Map<
    string,
    { readonly context: Context; readonly slot: number; readonly isConst: boolean }
  >();

  /** `{}`: V8 gives it four in-object slots, so its family differs from that of a literal with another count. */
  readonly emptyObject: HiddenClass;
  readonly array: HiddenClass;
  /** Of objects without prototype. V8: slow_object_with_null_prototype_map. */
  private readonly slowNullPrototype: HiddenClass;
  /** {value, done}. */
  readonly iterResult: HiddenClass;
  /** What getOwnPropertyDescriptor returns: no literal's family. V8: data_property_descriptor_map. */
  readonly dataDescriptor: HiddenClass;
  readonly accessorDescriptor: HiddenClass;
  /** Of `arguments` whose elements are aliases of parameters. V8: fast_aliased_arguments_map. */
  aliasedArguments: HiddenClass | undefined;
  private readonly literalRoots = new Map<number, HiddenClass>();
  /** With a slot for the name. V8: sloppy_function_with_name_map and siblings. */
  private readonly unnamedFunctionHiddenClasses = new Map<FunctionHiddenClassKind, HiddenClass>();
  private readonly functionHiddenClasses = new Map<FunctionHiddenClassKind, HiddenClass>();
  private readonly proxies: HiddenClass[] = [];
  private readonly rootsByPrototype = new Map<JSObject | null, HiddenClass[]>();
  /** Builtin constructors, prototypes and functions by the name that ECMAScript gives them: 'Map', 'Array.prototype.values'. */
  readonly intrinsics = new Map<string, JSObject>();
  /** Self-hosted functions that the interpreter itself uses, by name. */
  readonly internalFunctions = new Map<string, JSObject>();

  constructor(heap: HiddenClassHeap) {
    this.heap = heap;
    const objectRoot = new HiddenClass(heap, {
      instanceType: 'object',
      prototype: null,
      elementsKind: ElementsKind.HOLEY_ELEMENTS,
    });
    this.objectPrototype = new JSObject(objectRoot);
    optimizeAsPrototype(this.objectPrototype);
    this.emptyObject = this.root('object', this.objectPrototype);
    this.slowNullPrototype = normalizeMap(this.emptyObject, 'NullPrototype', { prototype: null });
    this.iterResult = makeIterResultClass(this.literalRoot(2));
    this.dataDescriptor = makeDescriptorClass(this.emptyObject, 'value', 'writable');
    this.accessorDescriptor = makeDescriptorClass(this.emptyObject, 'get', 'set');
    this.functionPrototype = new JSObject(
      new HiddenClass(heap, {
        instanceType: 'function',
        prototype: this.objectPrototype,
        elementsKind: ElementsKind.HOLEY_ELEMENTS,
        isCallable: true,
      }),
    );
    const data = new FunctionData(this);
    data.native = () => undefined;
    this.functionPrototype.internal = data;
    optimizeAsPrototype(this.functionPrototype);
    const arrayProto = new JSObject(
      new HiddenClass(heap, {
        instanceType: 'array',
        prototype: this.objectPrototype,
        elementsKind: ElementsKind.PACKED_SMI_ELEMENTS,
      }).append('length', Attribute.writable, PropertyKind.native),
    );
    optimizeAsPrototype(arrayProto);
    this.arrayPrototype = arrayProto;
    this.array = new HiddenClass(heap, {
      instanceType: 'array',
      prototype: arrayProto,
      elementsKind: ElementsKind.PACKED_SMI_ELEMENTS,
    }).append('length', Attribute.writable, PropertyKind.native);
    this.stringPrototype = this.wrapperPrototype('string wrapper', '');
    this.numberPrototype = this.wrapperPrototype('number wrapper', 0);
    this.booleanPrototype = this.wrapperPrototype('boolean wrapper', false);
    this.bigintPrototype = this.plainPrototype();
    this.symbolPrototype = this.plainPrototype();
    this.iteratorPrototype = this.plainPrototype();
    this.asyncIteratorPrototype = this.plainPrototype();
    this.generatorPrototype = this.plainPrototype(this.iteratorPrototype);
    this.asyncGeneratorPrototype = this.plainPrototype(this.asyncIteratorPrototype);
    this.generatorFunctionPrototype = this.plainPrototype(this.functionPrototype);
    this.asyncGeneratorFunctionPrototype = this.plainPrototype(this.functionPrototype);
    this.asyncFunctionPrototype = this.plainPrototype(this.functionPrototype);
    this.promisePrototype = this.plainPrototype();
    this.regexpPrototype = this.plainPrototype();
    const globalPrototype = this.plainPrototype();
    this.globalObject = new JSObject(this.root('global object', globalPrototype));
    normalizeObject(this.globalObject, 'NormalizeGlobal');
  }

  /** An ordinary object with the given prototype, marked as a prototype itself. */
  plainPrototype(prototype: JSObject = this.objectPrototype): JSObject {
    const object = new JSObject(this.root('object', prototype));
    optimizeAsPrototype(object);
    return object;
  }

  private wrapperPrototype(type: InstanceTypeName, value: Value): JSObject {
    const object = new JSObject(this.root(type, this.objectPrototype));
    object.internal = { kind: 'primitive', value };
    optimizeAsPrototype(object);
    return object;
  }

  /** The hidden class without properties for objects of a type with a prototype; the same one each time. */
  root(
    instanceType: InstanceTypeName,
    prototype: JSObject | null,
    elementsKind: number = ElementsKind.HOLEY_ELEMENTS,
  ): HiddenClass {
    let roots = this.rootsByPrototype.get(prototype);
    if (roots === undefined) this.rootsByPrototype.set(prototype, (roots = []));
    for (const root of roots) if (root.instanceType === instanceType && root.elementsKind === elementsKind) return root;
    if (prototype !== null) optimizeAsPrototype(prototype);
    const isCallable = instanceType === 'function';
    const inObjectProperties = inObjectSlots[instanceType] ?? 0;
    const root = new HiddenClass(this.heap, { instanceType, prototype, elementsKind, isCallable, inObjectProperties });
    this.addFirstProperties(root);
    roots.push(root);
    return root;
  }

  /** What all objects of a type have from the beginning. V8: Genesis::InstallError, InitializeGlobal. */
  private addFirstProperties(root: HiddenClass): void {
    if (root.instanceType === 'error') {
      root
        .append(errorStackSymbol, builtinAttributes, PropertyKind.data)
        .append(errorMessageSymbol, builtinAttributes, PropertyKind.data)
        .append('stack', Attribute.configurable, PropertyKind.accessor, this.errorStackAccessor);
    } else if (root.instanceType === 'regexp') root.append('lastIndex', Attribute.writable, PropertyKind.data);
    root.hasTree = root.propertyCount > 0;
  }

  /** The root of a literal's family, by its number of properties. V8: Factory::ObjectLiteralMapFromCache. */
  literalRoot(propertyCount: number): HiddenClass {
    if (propertyCount === 0 || propertyCount === 4) return this.emptyObject;
    let root = this.literalRoots.get(propertyCount);
    if (root === undefined) {
      root = copyInitialMap(this.emptyObject, propertyCount);
      this.literalRoots.set(propertyCount, root);
    }
    return root;
  }

  /** Beyond the cache of roots an object starts as a dictionary. V8: slow_object_with_object_prototype_map. */
  newObjectForLiteral(propertyCount: number): JSObject {
    const object = new JSObject(this.literalRoot(Math.min(propertyCount, literalRootsCached - 1)));
    if (propertyCount < literalRootsCached) return object;
    object.hiddenClass = this.emptyObject;
    normalizeObject(object, 'ObjectWithObjectPrototype');
    return object;
  }

  newObject(): JSObject {
    return new JSObject(this.emptyObject);
  }

  newObjectWithPrototype(prototype: JSObject | null): JSObject {
    if (prototype === this.objectPrototype) return this.newObject();
    if (prototype !== null) return new JSObject(this.root('object', prototype));
    // V8: Object.create(null) is in dictionary mode from birth.
    const object = new JSObject(this.slowNullPrototype);
    object.dictionary = new PropertyDictionary();
    return object;
  }

  /** An array of the values; `theHole` stands for a missing element. The array owns `values` from now on. */
  newArray(values: Value[] = []): JSObject {
    return this.newTaggedArray(values, kindOfAll(values, this.array.heap.profile.smiBits));
  }

  /** An array of tagged values, whatever they are; it owns `values` from now on. */
  newTaggedArray(values: Value[], kind: number = ElementsKind.PACKED_ELEMENTS): JSObject {
    const array = new JSObject(this.array.withElementsKind(kind));
    if (values.length > 0) array.elements = values;
    array.length = values.length;
    allocateList(this.heap, values.length);
    return array;
  }

  wrapperHiddenClass(value: Value): HiddenClass {
    if (typeof value === 'string') return this.root('string wrapper', this.stringPrototype);
    if (typeof value === 'number') return this.root('number wrapper', this.numberPrototype);
    if (typeof value === 'boolean') return this.root('boolean wrapper', this.booleanPrototype);
    if (typeof value === 'bigint') return this.root('bigint wrapper', this.bigintPrototype);
    return this.root('symbol wrapper', this.symbolPrototype);
  }

  errorHiddenClass(name: ErrorName): HiddenClass {
    const prototype = this.intrinsics.get(`${name}.prototype`);
    return this.root('error', prototype ?? this.objectPrototype);
  }

  /** One hidden class per kind of function, with its native properties. V8: sloppy_function_map and siblings. */
  functionHiddenClass(kind: FunctionHiddenClassKind, isNamedAtRunTime = false): HiddenClass {
    const family = familyOfFunction[kind] ?? kind;
    const known = isNamedAtRunTime ? this.unnamedFunctionHiddenClasses : this.functionHiddenClasses;
    let hiddenClass = known.get(family);
    if (hiddenClass === undefined) {
      hiddenClass = this.makeFunctionHiddenClass(family, isNamedAtRunTime);
      known.set(family, hiddenClass);
    }
    return hiddenClass;
  }

  /** Proxies can be called and constructed where their targets can: three hidden classes serve all of them. */
  proxyHiddenClass(isCallable: boolean, isConstructor: boolean): HiddenClass {
    const known = this.proxies.find((map) => map.isCallable === isCallable && map.isConstructor === isConstructor);
    if (known !== undefined) return known;
    const made = new HiddenClass(this.heap, this.root('proxy', null).fields({ isCallable, isConstructor }));
    this.proxies.push(made);
    return made;
  }

  private makeFunctionHiddenClass(given: FunctionHiddenClassKind, isNamedAtRunTime: boolean): HiddenClass {
    const isSloppy = given === 'sloppy';
    const kind = given === 'sloppy' ? 'normal' : given;
    const isNative =
      kind === 'native' || kind === 'nativeConstructor' || kind === 'bound' || kind === 'boundConstructor';
    const isConstructor =
      kind === 'nativeConstructor' || kind === 'boundConstructor' || (!isNative && isConstructorKind(kind));
    let prototype = this.functionPrototype;
    let hasPrototype = false;
    let prototypeAttributes: number = Attribute.writable;
    if (!isNative) {
      if (isAsyncGeneratorKind(kind)) prototype = this.asyncGeneratorFunctionPrototype;
      else if (isGeneratorKind(kind)) prototype = this.generatorFunctionPrototype;
      else if (isAsyncFunctionKind(kind)) prototype = this.asyncFunctionPrototype;
      hasPrototype = (isConstructor || isGeneratorKind(kind)) && !isArrowKind(kind);
      if (isClassConstructorKind(kind)) prototypeAttributes = Attribute.none;
    }
    const root = new HiddenClass(this.heap, {
      instanceType: 'function',
      prototype,
      elementsKind: ElementsKind.HOLEY_ELEMENTS,
      isCallable: true,
      isConstructor,
      inObjectProperties: isNamedAtRunTime ? 1 : 0,
    });
    root
      .append('length', Attribute.configurable, PropertyKind.native)
      .append('name', Attribute.configurable, isNamedAtRunTime ? PropertyKind.data : PropertyKind.native);
    if (isSloppy) {
      root
        .append('arguments', Attribute.none, PropertyKind.native)
        .append('caller', Attribute.none, PropertyKind.native);
    }
    return hasPrototype ? root.append('prototype', prototypeAttributes, PropertyKind.native) : root;
  }

  /** A native builtin function. */
  newNative(name: string, length: number, native: NativeCode, isConstructor = false): JSObject {
    const object = new JSObject(this.functionHiddenClass(isConstructor ? 'nativeConstructor' : 'native'));
    const data = new FunctionData(this);
    data.name = name;
    data.length = length;
    data.native = native;
    object.internal = data;
    return object;
  }

  /** Whether an array's prototypes have elements of their own, so that a hole is not simply undefined. V8: NoElementsProtector. */
  hasIndexedPrototypes(): boolean {
    const has = (object: JSObject): boolean => object.elements.length > 0 || object.sparse !== undefined;
    return has(this.arrayPrototype) || has(this.objectPrototype);
  }

  /** Whether iterating over an array is the builtin's way. V8: the array iterator protector. */
  arrayIterationIsIntact(iterator: JSSymbol): boolean {
    const found = new PropertyLookup();
    const own =
      lookupNamed(found, this.arrayPrototype, iterator) &&
      found.value === this.intrinsics.get('Array.prototype.values');
    const iteratorPrototype = this.intrinsics.get('ArrayIteratorPrototype');
    if (!own || iteratorPrototype === undefined) return own;
    return (
      lookupNamed(found, iteratorPrototype, 'next') &&
      found.value === this.intrinsics.get('ArrayIteratorPrototype.next')
    );
  }

  intrinsic(name: string): JSObject {
    const object = this.intrinsics.get(name);
    if (object === undefined) throw new Error(`no intrinsic ${name}`);
    return object;
  }
}

/** Kinds of functions that share a hidden class: without prototype, async, generators, class constructors. */
const familyOfFunction: Readonly<Partial<Record<FunctionHiddenClassKind, FunctionHiddenClassKind>>> = {
  arrow: 'native',
  method: 'native',
  getter: 'native',
  setter: 'native',
  classMembersInitializer: 'native',
  classStaticInitializer: 'native',
  asyncArrow: 'async',
  asyncMethod: 'async',
  generatorMethod: 'generator',
  asyncGeneratorMethod: 'asyncGenerator',
  derivedConstructor: 'baseConstructor',
  defaultBaseConstructor: 'baseConstructor',
  defaultDerivedConstructor: 'baseConstructor',
};

/** V8: JSObject::kMapCacheSize. */
const literalRootsCached = 128;

/** Slots for properties in the objects themselves, by type; the others have none. */
const inObjectSlots: Readonly<Partial<Record<InstanceTypeName, number>>> = {
  object: 4,
  error: 3,
  regexp: 1,
  generator: 10,
  'async generator': 10,
  arguments: 2,
  'sloppy arguments': 2,
};

/** The packed or holey kind of a list of values. */
export function kindOfAll(values: readonly Value[], smiBits: number): number {
  let kind: number = ElementsKind.PACKED_SMI_ELEMENTS;
  for (const value of values) kind = generalizeWithHole(kind, value, smiBits);
  return kind;
}

function generalizeWithHole(kind: number, value: Value, smiBits: number): number {
  return value === theHole ? kind | 1 : generalizeForValue(kind, value, smiBits);
}
