#pragma once

#include <hb-subset.h>
#include <hb.h>

#include <memory>

/// Owners of HarfBuzz objects. Private to fonts/.
namespace cvtex::fonts {

template <auto Destroy>
struct Destroyer {
    template <class T>
    void operator()(T* object) const {
        Destroy(object);
    }
};

using BlobPtr = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using FacePtr = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using FontPtr = std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>>;
using BufferPtr = std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>>;
using DrawFuncsPtr = std::unique_ptr<hb_draw_funcs_t, Destroyer<hb_draw_funcs_destroy>>;
using SubsetInputPtr = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;
using SubsetPlanPtr = std::unique_ptr<hb_subset_plan_t, Destroyer<hb_subset_plan_destroy>>;

}  // namespace cvtex::fonts
