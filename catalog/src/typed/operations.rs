//! What an enum of API operations can do.

/// Gives an enum of operations its methods.
#[doc(hidden)]
#[macro_export]
macro_rules! __operations {
    (
        $Type:ident [$($variant:ident)*] $fill:ident $Action:ty,
        names $names:literal $ends:literal sdk_clients $clients:literal $client_ends:literal
        lists $pool:literal $starts:literal
        actions $actions:literal $action_ends:literal levels $levels:literal
        condition_keys $keys:literal $key_ends:literal values $values:literal $value_ends:literal
    ) => {
        const _: () = {
            static TABLE: $crate::__private::OperationTable = $crate::__private::OperationTable {
                names: $crate::__private::Strings::new($names, $ends),
                sdk_clients: $crate::__private::Strings::new($clients, $client_ends),
                lists: $crate::__private::Lists::new($pool, $starts),
                actions: $crate::__private::Strings::new($actions, $action_ends),
                access_levels: $levels,
                condition_keys: $crate::__private::Strings::new($keys, $key_ends),
                values: $crate::__private::Strings::new($values, $value_ends),
            };

            impl $crate::Typed for $Type {
                type Any = $crate::AnyOperation;
                type Table = $crate::__private::OperationTable;
                const FACTS: $crate::__private::Facts<Self> =
                    $crate::__private::Facts {
                    all: Self::ALL,
                    table: &TABLE,
                    owner: <$Action as $crate::Typed>::FACTS.owner,
                };
                const SERVICE: $crate::Service = <$Action as $crate::Typed>::SERVICE;

                #[inline]
                fn into_any(self) -> $crate::AnyOperation {
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
                    TABLE.name($crate::__position!(self, $fill))
                }

                /// The SDK client that has the operation, where the page says so.
                #[inline]
                #[must_use]
                pub const fn sdk_client(self) -> ::core::option::Option<&'static str> {
                    TABLE.sdk_client($crate::__position!(self, $fill))
                }

                /// The actions that authorise the operation.
                #[inline]
                #[must_use]
                pub const fn authorized_by(self) -> $crate::List<$crate::AuthorizedAction> {
                    $crate::__private::authorized_by(&TABLE, $crate::__position!(self, $fill))
                }

                /// The handle that stands for it among all services.
                #[inline]
                #[must_use]
                pub const fn any(self) -> $crate::AnyOperation {
                    $crate::AnyOperation::__new(
                        <$Action as $crate::Typed>::SERVICE,
                        $crate::__position!(self, $fill),
                    )
                }
            }

            /// The name.
            impl ::core::fmt::Debug for $Type {
                #[inline]
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.pad(self.name())
                }
            }

            /// The name.
            impl ::core::fmt::Display for $Type {
                #[inline]
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.pad(self.name())
                }
            }
        };
    };
}
