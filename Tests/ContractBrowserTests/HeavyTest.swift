import TestSupport
import Testing

extension Trait where Self == ConditionTrait {
  /// For a test that takes minutes without optimisation: it runs where the tests are built for release.
  static var heavy: Self { .enabled(if: Build.isRelease, "runs with swift test -c release") }
}
