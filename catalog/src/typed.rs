//! What an enum of a service can do. An attribute macro hands the variants and the tables of an enum to the macro here
//! of its kind, so that the methods are written once, by hand, in one place.

use core::fmt;

use catalog_core::{
    NameError, NameErrorKind, NameKind,
    resolve::{self, ServiceNames},
};

use crate::{
    Service, display,
    list::{ActionResourceType, List},
    table::{ActionTable, NameTable, ResourceTypeTable},
};

/// An enum of the names of one service: what an attribute of [`define`](crate::define) makes.
///
/// The trait is here for generic code; everything in it is on the enums themselves.
pub trait Typed: Copy + 'static {
    /// The handle over all services that a variant becomes.
    type Any;
    #[doc(hidden)]
    type Table: 'static;
    #[doc(hidden)]
    const FACTS: Facts<Self>;

    /// Every variant, in catalogue order.
    const ALL: &'static [Self] = Self::FACTS.all;
    /// The service.
    const SERVICE: Service;

    /// The handle over all services.
    fn into_any(self) -> Self::Any;
}

/// All that stands behind an enum.
#[derive(Debug)]
pub struct Facts<T: Typed> {
    /// Every variant, in order.
    pub all: &'static [T],
    /// The table.
    pub table: &'static T::Table,
}

/// The variant at a position.
pub(crate) const fn variant<T: Typed>(position: u16) -> Option<T> {
    match T::ALL.split_at_checked(position as usize) {
        Some((_, [variant, ..])) => Some(*variant),
        _ => None,
    }
}

/// The resource types of an action.
#[must_use]
pub const fn resource_types<R: Typed>(table: &'static ActionTable, position: u16) -> List<ActionResourceType<R>> {
    List::new(table.resource_types_of(position), table.resource_types)
}

/// The condition keys of an action.
#[must_use]
pub const fn condition_keys<K: Typed>(table: &'static ActionTable, position: u16) -> List<K> {
    List::new(table.condition_keys_of(position), table.condition_keys)
}

/// The dependent actions of an action.
#[must_use]
pub const fn dependent_actions(table: &'static ActionTable, position: u16) -> Option<List<&'static str>> {
    match table.dependent_actions_of(position) {
        Some(numbers) => Some(List::new(numbers, table.dependent_actions)),
        None => None,
    }
}

/// The condition keys of a resource type.
#[must_use]
pub const fn resource_type_condition_keys<K: Typed>(table: &'static ResourceTypeTable, position: u16) -> List<K> {
    List::new(table.condition_keys_of(position), table.condition_keys)
}

/// Reads the full name of an entry of one service, in any case.
///
/// # Errors
/// When the text is malformed, of another service, or names nothing the service has.
pub fn parse<T: Typed>(
    actions: &'static ActionTable,
    names: &'static NameTable,
    kind: NameKind,
    text: &str,
) -> Result<T, NameError> {
    let position = resolve::name_in(OneKind { actions, names }, kind, text)?;
    T::ALL.get(position).copied().ok_or_else(|| NameError::new(NameErrorKind::UnknownName, kind, text))
}

/// Writes the service prefix and a name, padded as one.
///
/// # Errors
/// Those of the formatter.
pub fn display_pair(f: &mut fmt::Formatter<'_>, actions: &'static ActionTable, name: &str) -> fmt::Result {
    display::pair(f, actions.prefix, name)
}

/// The names of one kind in one service, without the rest of its tables.
#[derive(Clone, Copy)]
struct OneKind {
    actions: &'static ActionTable,
    names: &'static NameTable,
}

impl ServiceNames for OneKind {
    fn prefix(self) -> &'static str {
        self.actions.prefix
    }

    fn name(self) -> &'static str {
        self.actions.service
    }

    fn actions_are_left_out(self) -> bool {
        self.actions.left_out
    }

    fn names(self, _: NameKind) -> impl Iterator<Item = &'static str> {
        (0..self.names.names.len()).filter_map(move |position| self.names.names.get(position))
    }

    fn find(self, _: NameKind, name: &str) -> Option<usize> {
        self.names.find(name).map(usize::from)
    }
}

/// A variant as its number. An enum without variants has no value to ask for one, and a cast of it would not compile.
#[doc(hidden)]
#[macro_export]
macro_rules! __position {
    ($value:expr, empty) => {{
        let _ = $value;
        0
    }};
    ($value:expr, filled) => {
        $value as u16
    };
}

/// What the three kinds of enum have in common.
///
/// Every body here is compiled some 1,400 times. There are as few as can be, each reads a `static` beside it and calls what
/// is written once, and `#[inline]` keeps those that a program does not use from becoming machine code.
#[doc(hidden)]
#[macro_export]
macro_rules! __typed {
    (
        $Type:ident [$($variant:ident)*] $fill:ident $kind:ident $Any:ident $Table:ident
        $actions:expr, $service:expr, $table:expr
    ) => {
        static TABLE: $crate::__private::$Table = $table;

        impl $crate::Typed for $Type {
            type Any = $crate::$Any;
            type Table = $crate::__private::$Table;
            const FACTS: $crate::__private::Facts<Self> = $crate::__private::Facts { all: Self::ALL, table: &TABLE };
            const SERVICE: $crate::Service = $service;

            #[inline]
            fn into_any(self) -> $crate::$Any {
                self.any()
            }
        }

        impl $Type {
            /// Every variant, in catalogue order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// AWS's name, exactly as AWS writes it.
            #[inline]
            #[must_use]
            pub const fn name(self) -> &'static str {
                TABLE.names.name($crate::__position!(self, $fill))
            }

            /// AWS's page about it, where the reference links to one. The target is as AWS gave it, which is not
            /// always a working link.
            #[inline]
            #[must_use]
            pub const fn url(self) -> ::core::option::Option<&'static str> {
                TABLE.documentation.url($crate::__position!(self, $fill))
            }

            /// The handle that stands for it among all services.
            #[inline]
            #[must_use]
            pub const fn any(self) -> $crate::$Any {
                $crate::$Any::__new($service, $crate::__position!(self, $fill))
            }
        }

        /// The full name.
        impl ::core::fmt::Debug for $Type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(self, f)
            }
        }

        /// Reads the full name, in any case.
        impl ::core::str::FromStr for $Type {
            type Err = $crate::NameError;

            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::NameError> {
                $crate::__private::parse($actions, &TABLE.names, $crate::NameKind::$kind, text)
            }
        }

        $crate::__serde!($Type);
    };
}

/// The table of an enum of operations, or of none.
#[doc(hidden)]
#[macro_export]
macro_rules! __operation_table {
    () => {
        &$crate::__private::OperationTable::NONE
    };
    ($Operation:ty) => {
        <$Operation as $crate::Typed>::FACTS.table
    };
}

/// Gives an enum of actions its methods, and its module the constant `SERVICE`.
#[doc(hidden)]
#[macro_export]
macro_rules! __actions {
    (
        $vis:vis $Type:ident [$($variant:ident)*] $fill:ident $prefix:literal $name:literal $left_out:literal
        $ResourceType:ty, $ConditionKey:ty, [$($Operation:ty)?]
        names $names:literal $ends:literal $slots:literal
        documentation $descriptions:literal $description_ends:literal $urls:literal $url_ends:literal
        levels $levels:literal permission_only $permission_only:literal
        lists $pool:literal $starts:literal [$($resource_type:ident)*] [$($condition_key:ident)*]
        dependents $dependents:literal $dependent_ends:literal
    ) => {
        const _: () = {
            static SERVICE: $crate::__private::ServiceTable = $crate::__private::ServiceTable {
                actions: &TABLE,
                resource_types: <$ResourceType as $crate::Typed>::FACTS.table,
                condition_keys: <$ConditionKey as $crate::Typed>::FACTS.table,
                operations: $crate::__operation_table!($($Operation)?),
            };

            $crate::__typed!(
                $Type [$($variant)*] $fill Action AnyAction ActionTable
                &TABLE,
                $crate::Service::__new(&SERVICE),
                $crate::__private::ActionTable {
                    prefix: $prefix,
                    service: $name,
                    left_out: $left_out,
                    names: $crate::__private::NameTable::new($names, $ends, $slots),
                    access_levels: $levels,
                    permission_only: $permission_only,
                    lists: $crate::__private::Lists::new($pool, $starts),
                    resource_types: &[$(<$ResourceType>::$resource_type as u16),*],
                    condition_keys: &[$(<$ConditionKey>::$condition_key as u16),*],
                    dependent_actions: $crate::__private::Strings::new($dependents, $dependent_ends),
                    documentation: $crate::__private::DocumentationTable::new(
                        $descriptions, $description_ends, $urls, $url_ends,
                    ),
                }
            );

            impl $Type {
                /// The access levels. The empty set means *not stated*.
                #[inline]
                #[must_use]
                pub const fn access_levels(self) -> $crate::AccessLevels {
                    TABLE.access_levels_of($crate::__position!(self, $fill))
                }

                /// Whether the action grants a permission without being an API operation.
                #[inline]
                #[must_use]
                pub const fn is_permission_only(self) -> bool {
                    TABLE.is_permission_only($crate::__position!(self, $fill))
                }

                /// The resource types that the action takes, each required or optional.
                #[inline]
                #[must_use]
                pub const fn resource_types(self) -> $crate::List<$crate::ActionResourceType<$ResourceType>> {
                    $crate::__private::resource_types(&TABLE, $crate::__position!(self, $fill))
                }

                /// Whether the action takes any resource type. Where it does not, `"Resource": "*"` is the only
                /// choice.
                #[inline]
                #[must_use]
                pub const fn supports_resources(self) -> bool {
                    TABLE.supports_resources($crate::__position!(self, $fill))
                }

                /// The condition keys that the reference lists for the action. Global keys can be used besides.
                #[inline]
                #[must_use]
                pub const fn condition_keys(self) -> $crate::List<$ConditionKey> {
                    $crate::__private::condition_keys(&TABLE, $crate::__position!(self, $fill))
                }

                /// The full names of further actions that a caller needs for this one. `None` means that the reference
                /// does *not state* them; an empty list that it states there are none.
                #[inline]
                #[must_use]
                pub const fn dependent_actions(self) -> ::core::option::Option<$crate::List<&'static str>> {
                    $crate::__private::dependent_actions(&TABLE, $crate::__position!(self, $fill))
                }

                /// AWS's sentence about the action.
                #[inline]
                #[must_use]
                pub const fn description(self) -> ::core::option::Option<&'static str> {
                    TABLE.documentation.description($crate::__position!(self, $fill))
                }
            }

            /// As a policy writes it: the service prefix, a colon, the name.
            impl ::core::fmt::Display for $Type {
                #[inline]
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    $crate::__private::display_pair(f, &TABLE, self.name())
                }
            }
        };

        /// The service whose actions, resource types and condition keys this module holds.
        $vis const SERVICE: $crate::Service = <$Type as $crate::Typed>::SERVICE;
    };
}

/// Gives an enum of resource types its methods.
#[doc(hidden)]
#[macro_export]
macro_rules! __resource_types {
    (
        $Type:ident [$($variant:ident)*] $fill:ident $Action:ty, $ConditionKey:ty,
        names $names:literal $ends:literal $slots:literal
        documentation $urls:literal $url_ends:literal
        lists $pool:literal $starts:literal [$($condition_key:ident)*]
    ) => {
        const _: () = {
            $crate::__typed!(
                $Type [$($variant)*] $fill ResourceType AnyResourceType ResourceTypeTable
                <$Action as $crate::Typed>::FACTS.table,
                <$Action as $crate::Typed>::SERVICE,
                $crate::__private::ResourceTypeTable {
                    names: $crate::__private::NameTable::new($names, $ends, $slots),
                    lists: $crate::__private::Lists::new($pool, $starts),
                    condition_keys: &[$(<$ConditionKey>::$condition_key as u16),*],
                    documentation: $crate::__private::DocumentationTable::new("", b"", $urls, $url_ends),
                }
            );

            impl $Type {
                /// The condition keys that the reference lists for the resource type.
                #[inline]
                #[must_use]
                pub const fn condition_keys(self) -> $crate::List<$ConditionKey> {
                    $crate::__private::resource_type_condition_keys(&TABLE, $crate::__position!(self, $fill))
                }
            }

            /// The service prefix, a colon, the name. Policies name resources by ARN, never by type.
            impl ::core::fmt::Display for $Type {
                #[inline]
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    $crate::__private::display_pair(f, <$Action as $crate::Typed>::FACTS.table, self.name())
                }
            }
        };
    };
}

/// Gives an enum of condition keys its methods.
#[doc(hidden)]
#[macro_export]
macro_rules! __condition_keys {
    (
        $Type:ident [$($variant:ident)*] $fill:ident $Action:ty,
        names $names:literal $ends:literal $slots:literal
        documentation $descriptions:literal $description_ends:literal $urls:literal $url_ends:literal
        types $types:literal
    ) => {
        const _: () = {
            $crate::__typed!(
                $Type [$($variant)*] $fill ConditionKey AnyConditionKey ConditionKeyTable
                <$Action as $crate::Typed>::FACTS.table,
                <$Action as $crate::Typed>::SERVICE,
                $crate::__private::ConditionKeyTable {
                    names: $crate::__private::NameTable::new($names, $ends, $slots),
                    types: $types,
                    documentation: $crate::__private::DocumentationTable::new(
                        $descriptions, $description_ends, $urls, $url_ends,
                    ),
                }
            );

            impl $Type {
                /// The type of the key's values. `None` means *not stated*.
                #[inline]
                #[must_use]
                pub const fn value_type(self) -> ::core::option::Option<$crate::ConditionKeyType> {
                    TABLE.value_type($crate::__position!(self, $fill))
                }

                /// AWS's sentence about the key.
                #[inline]
                #[must_use]
                pub const fn description(self) -> ::core::option::Option<&'static str> {
                    TABLE.documentation.description($crate::__position!(self, $fill))
                }
            }

            /// As a policy writes it.
            impl ::core::fmt::Display for $Type {
                #[inline]
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.pad(self.name())
                }
            }
        };
    };
}
