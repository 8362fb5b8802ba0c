// A library needs a source; the precompiled header beside this file is what is wanted of it.
namespace tizim {
extern const int kPrecompiled;
const int kPrecompiled = 0;
}  // namespace tizim
