/// impl/objects under the scenario's classes: every native class of a scenario has a counterpart
/// there that holds its order of resolution, its attributes and what is abstract; every instance
/// one that holds its own attributes. Built-in classes get counterparts when one is first needed.
#pragma once

#include "conformance/native/language.h"
#include "conformance/native/registry.h"
#include "conformance/native/run.h"
#include "impl/objects/access.h"
#include "impl/objects/class.h"
#include "impl/objects/instance.h"

namespace touchstone::reference {

using ImplementedClass = objects::Class<native::Value>;
using ImplementedInstance = objects::Instance<native::Value>;
using ClassPointer = std::shared_ptr<ImplementedClass>;
using InstancePointer = std::shared_ptr<ImplementedInstance>;
using Attribute = objects::Attribute<native::Value>;

ClassPointer implementation_of(native::Class& cls);
/// Null for an instance that a run's end has emptied.
InstancePointer implementation_of(native::Instance& instance);

/// What a value in a class body is: a function, a static or class method, a property, data.
Attribute attribute_from(std::string_view name, const native::Value& value);
/// The value as it stands in the class's `__dict__`.
native::Value stored_value(const Attribute& attribute);

void refuse_abstract(const native::Class& cls, const std::vector<std::string>& missing);

void bind_attribute_access(native::ObjectOperations& operations);
void bind_abc(native::Registry& registry);

}  // namespace touchstone::reference
